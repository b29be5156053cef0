"""Words that turn a clause from who acts to how, where and for whom, and words that only lead up to a name."""

from __future__ import annotations

import re

from calendar_app.extraction.document import Mention, Span
from calendar_app.extraction.naming import kinds

OF_BODY = "(?<=[会团]组织)(?<!社会组织)(?<!群团组织)(?<!青团组织)"  # 人大常委会|组织部分代表, 集团|组织各部门
WHOLE = (
    r"(?:全体|部分|各|广大|[\d近]|相关|有关|在[岗职校]|机关|辖区|会员|党员|干部|职工|员工|教师|师生|学生|志愿者|青年"
    r"|[村居]民|群众|离?退休|企业|专家|[下所]属|班子|家长|妇女)"
)
BROUGHT_IN = re.compile(
    r"由(?<!自由)(?![衷来于此])(?:[^，。；“]{2,60}?(?:指导|支持|监制|冠名)[，、]){0,2}|均有|共有|还有|有(?<=[会议式动训班赛座论典礼节]有)(?![关限的效所力序人])|邀请(?<![应受]邀请)[了到]?|特(?<!分特)邀请?[了到]?(?!代表|嘉宾|委员|研究|顾问)|请来|聘请了?|吸引了?|派出(?!所|机构|法庭)了?|选派(?!的)了?|组织(?<![党基的方众层级团会秀进愿益]组织)了?(?!学习|收看|观看|收听|传达)(?=[^部织建体生架委机结员]|部[分门])"
    rf"|组织{OF_BODY}了?(?={WHOLE})"
)
INVITED = re.compile(
    "邀请(?<!应邀请)(?<!受邀请)[了到]?(?!赛|函|嘉宾|代表|委员|研究|顾问)|特邀请?[了到]?(?!赛|函|嘉宾|代表|委员|研究|顾问)|聘请[了到]?"
)
ORGANIZED = re.compile(
    r"(?:召集|组织(?<![党基会方众层级团]组织))了?(?=(?:[^部织建体生架委，。；开召举、]|部(?=[分门])|全体)[^，。；开召举、][^，。；]{0,48}，?\Z)"
    rf"|组织{OF_BODY}了?(?={WHOLE}[^，。；]{{0,48}}，?\Z)"
)
TURNING = (  # what TURN begins with, beside digits
    "一上专为主举也于亲从代以作依充先全共再冒决准分切则利到前参受召同向回围在均坚定对将就带并应开抽担拜按接日最本来根欢正派深热特"
    "现用登积立签简系紧纷线结给聚认详走赴踊近还进连逐通都采重针随集面顶首驻齐"
)
TURN = re.compile(
    rf"(?=[\d{TURNING}])(?:"
    r"\d(?<=[\u4e00-\u9fff]\d)(?<![年月第至到和日]\d)\d?(?:月\d{1,2})?日|分别|先后|全程|准时|前来|拜访|回访|担任|驻足|派员|派代表|走进|近日(?<=[\u4e00-\u9fff]近日)|日前(?<=[\u4e00-\u9fff]日前)|连日来|上台|登台|冒雨|冒着|顶着|一同|一起|共同|首先|到场|到会|到(?<!受到)(?=[^，。会场]{2})|赴|前往|来到|随后|接着|依次|纷纷|现场|亲切|详细|简要|热情|亲自|专程|重点(?!优抚|企业|项目|单位|[人对群]|行业|高校|骨干)|认真|聚焦|聚集|针对|立足|紧扣|深入|系统|"
    r"定于|决定(?!书)|集中(?!连片)|齐聚|欢聚|本着|坚持|紧紧|紧密|抽调|切实|正式(?![代党成会职员工编])|应邀|受邀|采取|采用|利用|作为|代表|于(?<!关于)(?!是)|围绕|结合|根据|按照|通过|线上|线下|积极(?!分子)|踊跃|应(?!急|用|届)|以(?!及)|为(?![民农]服务)|面向|向(?!阳)|给|对(?![外口象])|在(?!校[^长党团领]|职|家(?![里中门庭])|场的|岗|座|任的|编)|从(?!业)|就(?!业)|用(?<![录任聘公农专]用)(?!电|户)|还|也|并|将|受(?!到?[表嘉]|邀的|[聘奖助训援])|全覆盖|重点就|参与|同步|共(?=[赴享庆商])|逐一|主要|则|均|都|再次|最后|特别|充分|带(?![头队来动领教班薪])|开展|进行|举行|举办|召开|签订|签署)"
)
ADVERBS = "重主系现积线共专深热亲认参全在对以从还应将充受到先带"  # they open nouns as well: 重点, 主要, 在校
COMMA, SENTENCE_END = re.compile("[，；]"), re.compile("[。；\n]")
FOR = re.compile("为|给|向(?!阳)|对(?!象)")
ACTS_THEN = re.compile("[、和及与等]|分别|先后|依次|共同|进行|参[加会]|出席|宣读|上台|发言|[作做]")  # 团委代表|分别发言
OWN_SIDE = re.compile("学校|公司|医院|集团|单位|[我本全][校院县市区镇局]|各自|所在")  # 机关干部代表|学校参加
HELD = re.compile("举[办行]|召开|开展|[作做]了?[“《专题主一学]")
WHERE = re.compile("于|在(?![职校编岗座读任家场])|依托")
QUOTED = re.compile(r"“[^”\n]{0,200}”|《[^》\n]{0,100}》|（[^）\n]{0,60}）")
QUOTED_OR_STOP = re.compile(rf"{QUOTED.pattern}|，|；|。|：(?!\d\d)")  # a stop is one character, what is quoted more
AFTER_OBJECT = re.compile(
    r"，|；|：|。|！|？|\n|并(?=致|讲|作|主持|陪|就|举|座|一同|参)|进一步|深入|认真|全面|共同|就|赴|到(?!会)|来(?![自宾访])|前往|莅|走进|重温|宣誓|观看|聆听|面[向对](?=[^，。；]*?(?:宣誓|党旗))|学习(?!班|小组|委员|标兵|型)|前来|担任|出任|驻足|开展|参观(?!团)|考察(?![团组])"
)
ADDED = re.compile(r"与(?!会)|" + kinds.ALONG + "|携(?!手)")
BECAME = re.compile("(?:当选|受聘|担任|出任|兼任)为?$")
NAMELESS = re.compile(
    r"(?<![向为给与和同跟对])(?:会议|大会|座谈会|活动|培训|论坛|讲座|研讨会|推进会|通知|方案|文件|仪式|报告|讲话|消息|人们|大家|(?<!媒体)记者|专班|一致)(?:还|也|同时|一致|都|均|纷纷)?$"
)
PRONOUN = re.compile(r"^(?:[，、]|随后|接着|接下来|同时|最后|此外|并且)*[他她](?!们)")
HOLDS_OFFICE = re.compile(r"(?:负责人|同志|先生|女士|院士|书记|主任|局长|院长|校长)$")
AGAIN = re.compile(r"(?:并|还|又|也|且)[^，。；]{0,20}$|^[，]?$")
MANNER = re.compile(
    r"(?:研究决定|牵头|暂缓|延期|取消|推迟|继续|特|专门|协商定于?|协商|商定|决定|[兹现]?定|计划|拟|将|成功|隆重|顺利|胜利|圆满|正式|盛大|如约|立即|随即|及时|迅速|第一时间|联合|共同|组织|如期|线上|线下|同步)+$"
)
EACH = re.compile("(?:分别|依次|一一|先后|共同|现场|逐一)$")
WAY = re.compile(r"(?:采取|采用|利用|通过)[^，。；]{2,20}(?:方式|形式|模式)\Z")
PLACED = re.compile(r"(?:[在于]|走进|深入|来到|前往)[^，。；]{2,40}\Z")
WITH = re.compile(r"(?:联合|[会联]同|联手|携手)[^，。；]{2,60}\Z")  # 区红十字会联合区卫健局，|开展…
LABELS = re.compile(r"^[^，。；]{0,20}(?:领导|同志|嘉宾|成员|专家|代表|有)$")
LED = re.compile(
    r"(?:分别(?=代表)|的|联合(?!社(?!区)|[会体总实研党支])|[会联]同(?![县市])|联手|助力|帮扶(?!办)|支援|让|而|每|首先|随后|接着|依次|先后|一同|一起|代表|到(?!会)|来到|来(?![自宾访])|赴|前往|走进|拜访|走访|回访|担任|传达|就|作为|以(?![上下])|由|在(?![职编岗家]|校(?!本|园|内))|向(?!阳)|为|对(?![外口象])|及|了|还|携(?!手)|偕|[带率]领的|带领|率领?(?!先)|并|将|以及|(?:选拔|评选)出|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|中午)?|【[^】]*】)+"
)
TOWARDS = ("到", "来", "赴", "前往", "走进", "拜访", "走访", "回访", "在", "助力", "帮扶")
DATELINE_WORD = re.compile("消息(?![灵传])|讯(?![息飞号科])|电(?:(?<=日电)|(?=[（(：: \u3000]))")
DATELINE = re.compile(
    rf"[^。，：]{{0,24}}(?:{DATELINE_WORD.pattern})"
    r"(?:[（(][^（）()]{0,40}[)）])?[：\s]?"
)
LEAD = re.compile(
    r"(?:在?[^，。、在]{0,12}(?:[会式动礼节班座坛间程]上|期间|开始|环节|过程中|结束后)|随后|最后|首先|接着|接下来|其中|此外|同时|其间|据悉|(?:[校市区县]?领导|嘉宾)(?=[^班、，与和为向在给对分先共一出参]))?[，：]?"
)
FOR_PEOPLE = re.compile(  # 律师王某结合案例，为大家|讲解
    r"(?:[为向与和同给]|带领|带着)[^，。；]{0,10}(?:大家|们|同学|学员|师生|人员|者|代表|职工|干部|党员|群众|[居村市]民|学生|教师|老师|家长|嘉宾|来宾|领导|干警|成员|负责人|书记|骨干|公务员|记者|积极分子|选手|官兵|青年|老人|老年人|老兵|农户|农民|村民|儿童|孩子|孩子们|患者|病人|企业|员工|司机|骑手|商户|妇女|观众|读者|业主|用户|客户|干事|顾客|旅客|游客|侨胞|教练|队员|小朋友)$"
)
AT = re.compile(r"向[^，。；]{1,14}$")
BETWEEN = re.compile(
    r"在[^，。]{1,30}(?:[上中]|下，?)$|携[^，。]{2,16}$|(?:以|围绕)?[“《][^”》]*[”》](?:为题|为主题)?"
    r"|^组成的[^，。；对就在]{2,14}|对[^，。；]{2,20}进行了?$"
)
HELPED = re.compile("(?:助力|帮助|推动|支持|帮扶)[^，。；]{2,20}$")  # 助力某村|被评为…
ABOUT = re.compile(r"(?<!面)对[^，。；]{0,40}$")  # 书记王某对本次讲座|进行点评
APART = re.compile("，|就|对|向|给|在|从|《|为(?<!作为)|结合|围绕|根据|以及")
UNREAD = re.compile(
    r"(?:书记|主任|[市区县镇乡局处科院校所馆部会厅]长|经理|主席|总裁|院士|总理|总统|大使)[\u4e00-\u9fff]{2,3}$"
)  # a name we do not know
UNDER = re.compile(
    "声?中(?=拉开|正式|开始|落下|，)|下(?![一半阶个年次步期月周属])"
)  # 在县长王某陪同|下, not 部署|下一步工作


def is_placed(text: str, clause: Span, verb: int) -> bool:
    """Say whether between the clause of a subject and its verb only is told how or where it was."""
    if between := text[clause.end : verb].strip("，"):
        return bool(MANNER.fullmatch(between) or PLACED.fullmatch(between))
    return any(pattern.search(text, *clause) for pattern in (WAY, PLACED, WITH))


def is_attached(text: str, last: Mention, verb: int) -> bool:
    """Say whether little stands between somebody and a verb that may as well be a noun."""
    between = text[last.span.end : verb]
    if last.kind == "person" and (told := FOR_PEOPLE.search(between)):
        between = between[: told.start()]
        if between.endswith("，"):
            return True
    between = BETWEEN.sub("", AT.sub("", between))
    return len(between) <= 30 and not APART.search(between)


def is_rest(text: str, clause: Span, start: int) -> bool:
    """Say whether a clause is only what the verb before it takes: 带队参观|市法院，…"""
    return clause.start == start > 0 and "\u4e00" <= text[start - 1] <= "\u9fff"
