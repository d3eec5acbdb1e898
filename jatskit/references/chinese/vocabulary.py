"""What Chinese reference lists are made of, as data: type codes, roles, surnames, words for bodies and serials."""

from __future__ import annotations

#: GB/T 7714's codes for kinds of documents, and JATS's `@publication-type` for each.
TYPES: dict[str, str] = {
    "J": "journal",
    "N": "newspaper",
    "M": "book",
    "G": "book",
    "C": "confproc",
    "D": "thesis",
    "R": "report",
    "S": "standard",
    "P": "patent",
    "DS": "data",
    "DB": "database",
    "CP": "software",
    "EB": "webpage",
    "PP": "preprint",
    "A": "archive",
    "Z": "other",
    "CM": "map",
}
#: A part of such a document, after `//`.
PART_TYPES: dict[str, str] = {"M": "chapter", "G": "chapter"}

#: Words after names, by the role that they give. Longer ones stand first.
ROLES: dict[str, str] = {
    "译注": "translator",
    "譯註": "translator",
    "编译": "translator",
    "编譯": "translator",
    "校译": "translator",
    "译": "translator",
    "譯": "translator",
    "訳": "translator",
    "总主编": "editor",
    "主编": "editor",
    "主編": "editor",
    "编著": "author",
    "編著": "author",
    "编": "editor",
    "編": "editor",
    "整理": "editor",
    "点校": "editor",
    "點校": "editor",
    "校注": "editor",
    "校": "editor",
    "辑": "editor",
    "著": "author",
    "撰": "author",
    "导演": "author",
    "trans": "translator",
    "translators": "translator",
    "translator": "translator",
    "tr": "translator",
    "editors": "editor",
    "editor": "editor",
    "eds": "editor",
    "ed": "editor",
}
#: Ends of the names of bodies.
BODY_ENDS = (
    "学会 學會 协会 協會 委员会 委員會 理事会 联合会 研究会 董事会 基金会 局 部 院 所 室 中心 公司 集团 大学 "
    "大學 学院 學院 "
    "编辑部 编委会 课题组 编写组 小组 组 社 厅 處 处 署 政府 法院 学系 學系 系 办公室 馆 館 银行 联盟 智库 站 校 "
    "平台 总社 总局 国务院 人大常委会 联合国 组织"
).split()
#: Words of bodies' names in Latin letters; lower case.
BODY_WORDS = frozenset(
    "association organization organisation institute institution university college department ministry society center "
    "centre council committee commission agency authority bank group labs laboratory laboratories office bureau "
    "foundation federation union academy company corporation inc ltd llc press library team consortium administration "
    "service services board school hospital museum tank network programme program project government court "
    "parliament assembly nations state states national international world american european china chinese".split()
)
#: Words by which a publisher or another body that issues works is known.
PUBLISHER_WORDS = (
    "出版 书店 書店 书局 書局 书社 書社 印书馆 印書館 印書館 三联 大学 大學 学院 研究 公司 中心 有斐閣 評論社 "
    "社 Press Publish Verlag Books "
    "University Univ College Institute Society Association Springer Wiley Elsevier IEEE ACM SPIE Routledge Academic "
    "McGraw Macmillan Inc Ltd Company Sons Xiv Center Centre Bank Repository"
).split()
#: Words by which a journal or a newspaper is known.
SERIAL_WORDS = (
    "学报 學報 杂志 雜誌 期刊 季刊 月刊 双月刊 年刊 通报 通讯 导刊 导报 评论 论坛 汇刊 丛刊 集刊 Journal "
    "Transactions Acta Annals Bulletin "
    "Review Letters Magazine Chinese Advances Proceedings"
).split()
#: Ends of names of newspapers.
NEWSPAPER_ENDS = (
    "日报",
    "晚报",
    "时报",
    "早报",
    "周报",
    "日報",
    "晚報",
    "時報",
    "报",
    "報",
    "Daily",
    "Times",
    "News",
    "Post",
)
#: Cities that publishers print before their names; alone after a title they are a place.
CITIES = frozenset(
    "北京 上海 天津 重庆 南京 广州 武汉 西安 成都 杭州 沈阳 长春 哈尔滨 济南 合肥 长沙 郑州 昆明 兰州 太原 "
    "福州 厦门 南昌 贵阳 "
    "南宁 海口 石家庄 呼和浩特 乌鲁木齐 银川 西宁 拉萨 青岛 大连 桂林 苏州 深圳 香港 澳门 台北 臺北 高雄 台中 "
    "東京 东京 京都 "
    "Beijing Shanghai Nanjing Guangzhou Wuhan London Paris Berlin Tokyo Vienna Rome Madrid Sydney Singapore Boston "
    "Chicago Amsterdam Geneva Brussels Washington".split()
)

#: Surnames of one letter, in both forms of writing.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓"
    "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉"
    "宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧"
    "殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况郈有琴商牟佘佴伯"
    "赏谯笪年阳佟肖闫付代兰仝初卿火由尧邸冼粟苑官臣隋苟矫展覃侍税贵撒揭扎鹿布涂昂"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華陶謝鄒蘇潘範魯韋馬鳳費賀湯羅畢鄔樂時齊顧黃蕭汪貝計談龐紀項閔賈婁顏鍾鐘駱盧單諸鈕龔陸榮儲烏"
    "車寧欒劉葉龍喬陰聞黨譚貢勞邊農溫莊閻連習魚師鞏聶簡饒關遊權蓋岳帥況陽蘭塗".strip()
)
#: Chinese forms of foreign names that begin with the letter of a surname; they are not divided.
TRANSLITERATED = frozenset(
    "马克思 馬克思 韦伯 韋伯 康德 齐美尔 马丁 卢梭 伯林 安德森 罗素 萨特 毕加索 罗尔斯 富勒 哈特 边沁".split()
)
#: Last letters that are common in transliterated names and rare in given names.
TRANSLITERATED_ENDS = frozenset("尔爾斯茨兹茲姆")

#: The names of nobody.
NOBODY = frozenset("佚名 无名氏 無名氏 不详 Anon Anonymous anonymous Anon.".split())
