"""The words by which the parts of a citation are known, in the languages that citations are written in.

Words, and parts of words where they end in a hyphen, in lower case unless case tells. To teach the parser a word,
add it here.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines() if line.strip())


#: What the words of periodicals' names are cut short to.
JOURNAL_ABBREVIATIONS = _words(
    "j jour rev ann arch arq bull lett trans mag q proc z zh res sci int intl natl adv prog comm commun annu mem cad phys chem "
    "biol med math eng psychol psychiatr neurol neurosci biochem biophys am amer can eur br brit aust appl exp clin mol genet "
    "nucl astrophys astron geophys geol opt acoust mater metall surf instrum meth comput soc acad jpn tech pharmacol pediatr "
    "nurs educ enferm econ syst technol lit hist ser sect microbiol immunol physiol ophthalmol cardiol surg radiol oncol "
    "environ ecol bot zool entomol hydrol mech struct elect electron theor stat algebr geom anal funct quart mitt abh sitz "
    "вестн изв журн тр"
)
#: Words that the names of periodicals are made of, whole or cut short.
JOURNAL_WORDS = JOURNAL_ABBREVIATIONS | _words(
    "journal revista review reviews revue rivista annals annales anais archives arquivos acta bulletin boletim boletín letters "
    "transactions magazine quarterly proceedings studies zeitschrift zhurnal журнал вестник известия труды research science "
    "sciences sciencia ciencia ciência nature international national advances progress communications annual monthly weekly "
    "gazette herald news times post record reports notes memoirs cahiers cuadernos cadernos physics chemistry biology medicine "
    "mathematics engineering psychology psychiatry american british european canadian jama bmj lancet blood cell plos pnas rsp "
    "methods sinica ieee acm siam aiaa asme ecology evolution microbiology saude saúde pública educação econometrica analysis "
    "theory systems technology jhep j. frontiers optics materials cancer brain heart health"
)
#: Words by which a meeting or its proceedings are known.
MEETING_WORDS = _words(
    "proceedings proc conference conf symposium symp workshop congress meeting colloquium convention forum congresso "
    "simpósio congreso simposio encontro jornada jornadas seminar seminário tagung konferenz colloque congrès actes atas "
    "anais actas конференция конференции труды материалы симпозиум record usenix cvpr icml nips neurips"
)
#: Words of which one in a name says that it is a publisher's.
PUBLISHER_WORDS = _words(
    "press presses univ university universidade universidad université universität universiteit università universitat univ. "
    "books book publishers publisher "
    "publishing publications publication verlag editora editorial edições ediciones edizioni editore éditions edition "
    "editions editors springer wiley elsevier routledge sage macmillan mcgraw mcgraw-hill pearson kluwer birkhäuser "
    "academic prentice-hall prentice hall addison-wesley wadsworth freeman norton penguin harper harpercollins kaufmann "
    "inc inc. ltd ltd. llc gmbh co co. company corporation corp association assoc society institute institution instituto "
    "institut foundation fundação fundación service services ministério ministerio ministry office bureau council committee "
    "department agency agência organization organisation academy academia library libraries gallimard fayard seuil puf "
    "suhrkamp reclam hanser teubner mir nauka наука мир издательство изд-во изд-во. дрофа юрайт проспект crc acm ieee aaai usenix "
    "aip iop acs rsc mit oup cup oecd unesco who sons bros brothers imprensa livraria civilização "
    "companhia contexto cortez summus zahar perspectiva hucitec vozes atlas saraiva arxiv biorxiv medrxiv ssrn zenodo "
    "mathworks psyarxiv nber dover benjamin sharpe westview blackwell longman heinemann plenum pergamon dekker erlbaum thieme karger saunders "
    "mosby lippincott williams churchill jossey-bass guilford houghton mifflin knopf random vintage basic bell grove hackett "
    "curran associates publ publ. pub pub. tipografia archives museum gredos siruela paidós alianza anthropos akal "
    "artes martins editorial. manuscript trust center centre centro group labs laboratory ibge ipea embrapa fiocruz svs idf "
    "biostat publicações editores éditeur éditeurs verlagsgesellschaft verlags- u. kiado kiadó wydawnictwo nakladatelství"
)
#: Cities and the like that citations name as a place of publication, where they are one or two plain words.
PLACES = _phrases(
    """
    new york
    london
    oxford
    cambridge
    boston
    chicago
    berlin
    heidelberg
    münchen
    munich
    stuttgart
    leipzig
    frankfurt
    frankfurt am main
    hamburg
    köln
    bonn
    wien
    vienna
    zürich
    zurich
    basel
    bern
    genève
    geneva
    paris
    lyon
    marseille
    strasbourg
    bruxelles
    brussels
    leuven
    louvain
    amsterdam
    rotterdam
    den haag
    the hague
    leiden
    dordrecht
    utrecht
    madrid
    barcelona
    sevilla
    valencia
    salamanca
    lisboa
    lisbon
    porto
    coimbra
    roma
    rome
    milano
    milan
    torino
    turin
    bologna
    firenze
    venezia
    napoli
    stockholm
    uppsala
    oslo
    copenhagen
    københavn
    helsinki
    moscow
    moskva
    москва
    санкт-петербург
    ленинград
    м
    л
    спб
    м.
    спб.
    new delhi
    delhi
    mumbai
    bombay
    calcutta
    tokyo
    kyoto
    osaka
    seoul
    beijing
    shanghai
    hong kong
    taipei
    singapore
    sydney
    melbourne
    canberra
    toronto
    montreal
    montréal
    ottawa
    vancouver
    philadelphia
    washington
    baltimore
    princeton
    new haven
    ithaca
    berkeley
    los angeles
    san francisco
    san diego
    stanford
    palo alto
    seattle
    denver
    austin
    houston
    dallas
    atlanta
    miami
    detroit
    minneapolis
    pittsburgh
    reading
    englewood cliffs
    upper saddle river
    hillsdale
    mahwah
    hoboken
    newbury park
    thousand oaks
    beverly hills
    belmont
    monterey
    norwell
    mineola
    chichester
    edinburgh
    glasgow
    manchester
    dublin
    aldershot
    harmondsworth
    são paulo
    rio de janeiro
    brasília
    belo horizonte
    porto alegre
    curitiba
    salvador
    recife
    fortaleza
    campinas
    petrópolis
    florianópolis
    goiânia
    belém
    manaus
    vitória
    natal
    buenos aires
    santiago
    bogotá
    lima
    méxico
    mexico city
    caracas
    montevideo
    la habana
    warszawa
    kraków
    praha
    prague
    budapest
    bucharest
    istanbul
    ankara
    athens
    jerusalem
    tel aviv
    cairo
    tehran
    cape town
    johannesburg
    usa
    uk
    england
    germany
    netherlands
    the netherlands
    switzerland
    france
    italy
    spain
    canada
    australia
    austria
    belgium
    brazil
    brasil
    china
    japan
    india
    portugal
    argentina
    [s.l.]
    s.l.
    """
)
#: What follows a city and a comma: states and countries, as printed.
REGIONS = _words(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI "
    "SC SD TN TX UT VT VA WA WV WI WY DC USA US UK NSW BC ON QC AC AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS "
    "SP TO Sp Calif Colo Conn Mass Mich Md Ill Ind Minn Fla Tex Wash Va Ohio Massachusetts California Virginia Pennsylvania "
    "Florida Texas Illinois Michigan Maryland Colorado Oregon Canada England Germany France Italy Spain Australia Austria "
    "Belgium Netherlands Switzerland Japan China India Brazil Portugal Mexico Korea Austria Sweden Norway Denmark Finland "
    "Poland Hungary Greece Ireland Scotland Wales Israel"
)
#: Words with a dot that end no sentence.
ABBREVIATIONS = JOURNAL_ABBREVIATIONS | _words(
    "al vs cf e.g i.e etc ca st dr mr mrs ms jr sr no nr vol ed eds pp p fig figs ser sect dept univ inc ltd co corp bros "
    "approx gen sp spp var subsp ssp nov viz resp ref refs art par paras ch chap suppl spec u.s u.k d.c v n t bd aufl hrsg "
    "hg jg h s m b trad org orgs coord coords comp comps trans tr mt ft prof rev"
)
#: Small words that titles are full of and the names of periodicals are not.
TITLE_WORDS = _words(
    "is are was were be been can could may might should will would does do did has have had how why what when where who "
    "which that this these those their its our your his her using use used based towards toward via between among within "
    "during after before under over through from by with without into onto than as an at but if or not no we"
)
