"""The words that items are made of, language by language. All invented, or too common to be anybody's."""

from __future__ import annotations

from dataclasses import dataclass


def _rows(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


@dataclass(frozen=True)
class Words:
    """One language's words. A title is a head, one or two complements and perhaps a tail."""

    surnames: tuple[str, ...]
    given: tuple[str, ...]
    organisations: tuple[str, ...]
    heads: tuple[str, ...]
    complements: tuple[str, ...]
    tails: tuple[str, ...]
    journals: tuple[str, ...]
    proceedings: tuple[str, ...]
    newspapers: tuple[str, ...]
    sites: tuple[str, ...]
    publishers: tuple[str, ...]
    universities: tuple[str, ...]
    places: tuple[str, ...]
    gap: str = " "


WORDS: dict[str, Words] = {
    "zh": Words(
        surnames=_rows("赵|钱|周|吴|郑|陈|褚|魏|蒋|沈|韩|杨|欧阳|司马|诸葛|上官|皇甫|令狐"),
        given=_rows("明|伟|志远|建华|晓燕|立群|思源|国栋|雨|文静|海涛|婷"),
        organisations=_rows(
            "国家海岸监测中心|全国包装标准化技术委员会|东海大学材料研究所|中国木材学会|北山省水利厅|国家地图档案馆"
        ),
        heads=_rows("高温合金的疲劳寿命|城市水网的演变|清代盐政研究|深度学习模型的应用|黄土高原植被恢复|老年人睡眠质量|数字出版的路径|稻田甲烷排放"),
        complements=_rows("与影响因素|及其对策|的实验分析|在沿海地区的变化|的比较研究|与区域发展"),
        tails=_rows("：以东江流域为例|（英文）|——基于调查数据的检验|: 现状与展望|、问题与方法|吗？|（1950—2000年）"),
        journals=_rows("材料与工艺学报|东海大学学报（自然科学版）|水资源评论|中国制造研究|史地丛刊|护理学进展|计算机与系统|出版论坛"),
        proceedings=_rows("第三届全国海岸工程学术会议论文集|木材科学与技术文集|数字图书馆建设研讨会论文汇编"),
        newspapers=_rows("北山日报|中国水利周报|东海晚报"),
        sites=_rows("国家海岸数据中心|中国科学预印平台|材料数据库"),
        publishers=_rows("北山出版社|东海大学出版社|文史书局|新知科技出版社|人民水利出版社"),
        universities=_rows("东海大学|北山理工大学|南江师范大学"),
        places=_rows("北京|上海|武汉|南京|成都|西安|广州"),
        gap="",
    ),
    "en": Words(
        surnames=_rows("Smith|Harker|O’Neill|Lindqvist|van der Veen|de la Cruz|Zhao|Ouyang|Li|Wang|Whitby-Jones|McAllister|Nakamori|Petersen"),
        given=_rows("John|Mary Ann|Jean-Paul|Lianming|Lian-Ming|Zong-Jie|Peter Henry|Xiu|A. B.|Ruth|Thomas J.|Ingrid"),
        organisations=_rows("Coastal Survey Agency|World Timber Organization|Institute of Applied Mapping|National Water Office"),
        heads=_rows("Thermal behaviour of thin films|A review of growth models|Sleep quality and ageing|The open-hole strength of laminates|Coastal erosion|Reading habits among young adults|Sparse learning|Why do glaciers retreat"),
        complements=_rows("in layered oxides|under cyclic load|for regional planning|with residual stress|at low temperature|from satellite data|on small islands"),
        tails=_rows(": a case study|, methods and results|: towards a common language|?|, 1950–2000| (with an appendix)|: is it worth it?"),
        journals=_rows("Journal of Applied Mapping|J. Appl. Coat.|Phys. Lett. Rev. B|Coastal Science|The Timber Quarterly|Nurs. Res. Pract.|Water & Society|Annals of Reading: New Series"),
        proceedings=_rows("Proceedings of the Third Conference on Coastal Engineering|Advances in Timber Science|Proc. Int. Symp. on Sparse Learning"),
        newspapers=_rows("The Northern Herald|Harbour Times"),
        sites=_rows("Coastal Data Portal|OpenRxiv|Timber Facts"),
        publishers=_rows("Harbour Press|Northfield University Press|Marsh & Field|Academic House|Lindqvist and Sons"),
        universities=_rows("Northfield University|University of Eastport|Marsh Institute of Technology"),
        places=_rows("London|New York|Cambridge, MA|Singapore|Oxford|San Diego"),
    ),
    "pt": Words(
        surnames=_rows("Silva|Souza|Almeida|Carvalho|Araújo|Gonçalves|Teixeira|Magalhães"),
        given=_rows("João|Maria Clara|Ana|José Antônio|Luís|Beatriz|P. R."),
        organisations=_rows("Instituto Nacional de Águas|Associação Brasileira da Madeira"),
        heads=_rows("A gestão da água|Ensino de leitura|Avaliação da qualidade do sono|O crescimento urbano|Formação docente"),
        complements=_rows("em bacias costeiras|na escola pública|sob condições tropicais|no interior do estado|entre jovens adultos"),
        tails=_rows(": um estudo de caso|, métodos e resultados|: é possível?|?| (primeira parte)"),
        journals=_rows("Revista Brasileira de Águas|Cadernos de Leitura|Estudos da Madeira|Rev. Bras. Mapeam."),
        proceedings=_rows("Anais do Terceiro Congresso de Engenharia Costeira|Leituras do Território"),
        newspapers=_rows("Folha do Norte|Diário do Porto"),
        sites=_rows("Portal das Águas|Preprints do Sul"),
        publishers=_rows("Editora Norte|Livraria do Porto|Edições Atlântico"),
        universities=_rows("Universidade do Norte|Universidade Estadual do Porto"),
        places=_rows("São Paulo|Rio de Janeiro|Lisboa|Belo Horizonte"),
    ),
    "es": Words(
        surnames=_rows("García|López|Martínez|Ibáñez|Núñez|de la Fuente|Ortega"),
        given=_rows("Juan|María José|Ana|Luis Alberto|Íñigo|Elena"),
        organisations=_rows("Instituto Nacional del Agua|Sociedad Española de la Madera"),
        heads=_rows("La gestión del agua|Enseñanza de la lectura|Calidad del sueño|El crecimiento urbano|Historia de la cartografía"),
        complements=_rows("en cuencas costeras|en la escuela pública|bajo carga cíclica|entre jóvenes adultos"),
        tails=_rows(": un estudio de caso|, métodos y resultados|: nuevas perspectivas| (primera parte)"),
        journals=_rows("Revista Española del Agua|Cuadernos de Lectura|Estudios de la Madera"),
        proceedings=_rows("Actas del Tercer Congreso de Ingeniería Costera|Lecturas del Territorio"),
        newspapers=_rows("El Diario del Norte|La Voz del Puerto"),
        sites=_rows("Portal del Agua|Datos del Mar"),
        publishers=_rows("Editorial Norte|Ediciones del Puerto|Alba Nueva"),
        universities=_rows("Universidad del Norte|Universidad del Puerto"),
        places=_rows("Madrid|Barcelona|Buenos Aires|México"),
    ),
    "fr": Words(
        surnames=_rows("Dupont|Martin|Lefèvre|de La Tour|Béranger|Girard|Saint-Clair"),
        given=_rows("Jean|Marie|Jean-Paul|Hélène|François|Anne-Sophie"),
        organisations=_rows("Institut national des eaux|Société française du bois"),
        heads=_rows("La gestion de l’eau|Apprentissage de la lecture|Qualité du sommeil|L’histoire des cartes|Croissance des villes"),
        complements=_rows("en milieu côtier|à l’école publique|sous charge cyclique|chez les jeunes adultes"),
        tails=_rows(" : une étude de cas|, méthodes et résultats| : bilan et perspectives| (première partie)"),
        journals=_rows("Revue française des eaux|Cahiers de lecture|Annales du bois"),
        proceedings=_rows("Actes du troisième colloque sur le génie côtier|Lectures du territoire"),
        newspapers=_rows("Le Courrier du Nord|La Gazette du port"),
        sites=_rows("Portail des eaux|Données de la mer"),
        publishers=_rows("Éditions du Nord|Presses du Port|Librairie Girard"),
        universities=_rows("Université du Nord|Université du Port"),
        places=_rows("Paris|Lyon|Bruxelles|Montréal"),
    ),
    "de": Words(
        surnames=_rows("Müller|Schmidt|von Stein|Böhme|Groß|Meyer-Lüders|Vogel"),
        given=_rows("Hans|Anna|Karl-Heinz|Jürgen|Eva Maria|Ulrike"),
        organisations=_rows("Bundesamt für Küstenkunde|Deutsche Holzgesellschaft"),
        heads=_rows("Die Bewirtschaftung des Wassers|Lesen lernen|Schlafqualität|Wachstum der Städte|Geschichte der Landkarten"),
        complements=_rows("an der Küste|in der Grundschule|unter zyklischer Last|bei jungen Erwachsenen"),
        tails=_rows(": eine Fallstudie|, Methoden und Ergebnisse|: Stand und Ausblick| (erster Teil)"),
        journals=_rows("Zeitschrift für Küstenkunde|Holz und Technik|Jahrbuch der Leseforschung"),
        proceedings=_rows("Tagungsband des dritten Kolloquiums Küstenbau|Beiträge zur Leseforschung"),
        newspapers=_rows("Nordkurier|Hafenzeitung"),
        sites=_rows("Wasserportal|Meeresdaten"),
        publishers=_rows("Nordverlag|Hafen-Verlag|Stein & Söhne"),
        universities=_rows("Universität Nordstadt|Technische Universität Hafenstadt"),
        places=_rows("Berlin|München|Leipzig|Wien"),
    ),
    "ru": Words(
        surnames=_rows("Иванов|Петрова|Сидоренко|Щербаков|Ёлкина|Бонч-Осмоловский"),
        given=_rows("Иван Олегович|Анна Борисовна|Юрий Петрович|Елена Яковлевна"),
        organisations=_rows("Институт водных проблем|Общество лесоведов"),
        heads=_rows("Управление водными ресурсами|Обучение чтению|Качество сна|Рост городов|История картографии"),
        complements=_rows("в прибрежных районах|в начальной школе|при циклической нагрузке|в условиях севера"),
        tails=_rows(": методы и результаты|, состояние и перспективы|: пример бассейна| (часть первая)"),
        journals=_rows("Вестник прибрежных наук|Вопросы чтения|Лесной журнал"),
        proceedings=_rows("Труды третьей конференции по береговой технике|Чтения о территории"),
        newspapers=_rows("Северный вестник|Голос порта"),
        sites=_rows("Портал воды|Данные моря"),
        publishers=_rows("Северное изд-во|Наука|Изд-во Портового ун-та"),
        universities=_rows("Северный университет|Портовый университет"),
        places=_rows("М.|СПб.|Новосибирск|Казань"),
    ),
}  # fmt: skip
