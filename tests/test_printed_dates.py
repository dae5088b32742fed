"""Dates as reports print them, read against the day of publication, in both languages."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.dates import PartialDate
from articles.suggestions.printed_dates.resolving import dates_in

PUBLISHED = "2022-05-13"  # a Friday

ENGLISH = [
    ("Salt was handed out this Tuesday.", "this Tuesday", "2022-05-10"),
    ("Salt was dear in the last quarter of 2020.", "the last quarter of 2020", "2020-36"),
    ("Salt was dear in the final quarter of last year.", "the final quarter of last year", "2021-36"),
    # absolute
    ("The yard was shut on April 3, 2021.", "April 3, 2021", "2021-04-03"),
    ("The yard was shut on 3 April 2021.", "3 April 2021", "2021-04-03"),
    ("The yard was shut on Sunday, May 8.", "Sunday, May 8", "2022-05-08"),
    ("Trade stopped in January 2020.", "January 2020", "2020-01"),
    ("Trade stopped in 2020.", "2020", "2020"),
    ("It was common in the 1990s.", "the 1990s", "199X"),
    ("The yard was shut at the end of last year.", "the end of last year", "2021-12-21~/2021-12-31~"),
    ("The yard was shut five years ago.", "five years ago", "2017~"),
    ("Less came in than a year before.", "a year before", "2021~"),
    ("Her 2019 study was lost.", "2019", "2019"),
    ("Ships came in early and mid-April.", "early and mid-April", "2022-04-01~/2022-04-20~"),
    ("Ships came in February and March.", "February and March", "2022-02/2022-03"),
    ("Ships came in January-March.", "January-March", "2022-01/2022-03"),
    ("An image from April 3 shows a barge.", "April 3", "2022-04-03"),
    ("The barge stayed until April 3.", "until April 3", "../2022-04-03"),
    ("Rice cost more as of Monday.", "Monday", "2022-05-09"),
    ("Trains will run again, a ministry spokesman said Tuesday.", "Tuesday", "2022-05-10"),
    # a part of a month, a day that somebody was told, until when something lasted
    ("A cart sank in the early part of this month.", "the early part of this month", "2022-05-01~/2022-05-10~"),
    ("The barges lay idle until late April.", "until late April", "../2022-04-30"),
    ("Carters were told on the 10th that their mules must stay.", "the 10th", "2022-05-10"),
    ("Rice cost more as of the 10th.", "the 10th", "2022-05-10"),
    ("Imports were up 9 percent from March.", "March", "2022-03"),
    ("It was a change from last year’s catch.", "last year", "2021"),
    ("They mend nets from the spring on.", "from the spring", "2022-21/.."),
    ("The brigade warned crews in late April that nets were counted.", "late April", "2022-04-21~/2022-04-30~"),
    ("The cabinet announced in November that nets must be mended.", "November", "2021-11"),
    ("They were beggars a year ago.", "a year ago", "2021~"),
    ("Nets were dear in spite of last year’s catch.", "last year", "2021"),
    # what is compared, what may come, a paper of an earlier day, a year after other words
    ("Imports were down by a third from the year before.", "the year before", "2021~"),
    ("Nobody could buy nets in autumn.", "autumn", "2021-23"),
    ("Nets without a stamp issued before June are taken.", "before June", "../2021-05-31"),
    ("Prisoners made eyelashes as early as 2016.", "2016", "2016"),
    ("Compared with 2019, nets were dear.", "2019", "2019"),
    ("Trade in Jan.-Feb. 2021 fell.", "Jan.-Feb. 2021", "2021-01/2021-02"),
    ("It opened in mid-to-late April.", "mid-to-late April", "2022-04-11~/2022-04-30~"),
    ("Nets were dear in the run-up to Kim Il Sung’s birthday.", "Kim Il Sung’s birthday", "2022-04-15"),
    ("The ship left on Tuesday morning.", "Tuesday", "2022-05-10"),
    ("Nets were dearer than ten days ago.", "ten days ago", "2022-05-03~"),
    ("Carts are searched after last week’s meeting.", "last week", "2022-05-02/2022-05-08"),
    ("A nurse who left Wonsan in March told the Courier that nets were dear.", "March", "2022-03"),
    ("Asked whether the rule of March had hurt, the broker laughed.", "March", "2022-03"),
    # a stretch with its ends, the last months of a year, a part of a day
    ("Hail fell from 12 to 22 April.", "from 12 to 22 April", "2022-04-12/2022-04-22"),
    ("Nets were sold from June 2020 to March 2021.", "from June 2020 to March 2021", "2020-06/2021-03"),
    ("It fell as in the last three months of 2020.", "the last three months of 2020", "2020-10/2020-12"),
    ("It fell as in the final two months of last year.", "the final two months of last year", "2021-11/2021-12"),
    ("Nets were handed out early this morning.", "early this morning", "2022-05-13"),
    ("The pier burned late last night.", "late last night", "2022-05-12"),
    # what is left of a year, a body that guards a coast, what was done in a year
    ("They mend with twine kept back from last year.", "last year", "2021"),
    ("Japan’s coast guard said on Monday that a boat was found.", "Monday", "2022-05-09"),
    ("It is dear, according to a former clerk who watched crews until he fled in 2016.", "2016", "2016"),
    ("Mr Ho says he had paid until the end of the year.", "until the end of the year", "../2021-12-31"),
    ("An export ban for February was lifted.", "February", "2022-02"),
    (
        "A carter, further on, noted that some came in the middle of last month.",
        "the middle of last month",
        "2022-04-11~/2022-04-20~",
    ),
    # the year behind the second of two, a part of a decade, days of the week and of the year before
    ("Trade fell in 2014-2015.", "2014-2015", "2014/2015"),
    ("Trade fell from Dec. 2012 to Feb. 2013.", "from Dec. 2012 to Feb. 2013", "2012-12/2013-02"),
    ("January to September 2018 was bad.", "January to September 2018", "2018-01/2018-09"),
    ("Trade fell in the January-September period.", "the January-September period", "2021-01/2021-09"),
    ("The yard opened in Aug. 2018.", "Aug. 2018", "2018-08"),
    ("It was common in the mid-2000s.", "the mid-2000s", "2004~/2006~"),
    ("Twenty years ago nets were cheap.", "Twenty years ago", "2002~"),
    ("A 2010 Fisheries Institute report says so.", "2010", "2010"),
    ("The yard will close, according to an announcement on Sunday.", "Sunday", "2022-05-08"),
    # month and day, the year left open
    ("The companies met on April 3.", "April 3", "2022-04-03"),
    ("The companies met on Dec. 28.", "Dec. 28", "2021-12-28"),
    ("The companies met on the 3rd of April.", "the 3rd of April", "2022-04-03"),
    ("The companies met on the 10th.", "the 10th", "2022-05-10"),
    ("The companies met on the 28th.", "the 28th", "2022-04-28"),
    ("The companies met on the 28th of last month.", "the 28th of last month", "2022-04-28"),
    # parts of months
    ("The companies met in early April.", "early April", "2022-04-01~/2022-04-10~"),
    ("The companies met in mid-April.", "mid-April", "2022-04-11~/2022-04-20~"),
    ("The companies met in late April.", "late April", "2022-04-21~/2022-04-30~"),
    ("The companies met at the end of April.", "the end of April", "2022-04-21~/2022-04-30~"),
    ("The companies met in the middle of last month.", "the middle of last month", "2022-04-11~/2022-04-20~"),
    ("The companies met late last month.", "late last month", "2022-04-21~/2022-04-30~"),
    ("The companies met earlier this month.", "earlier this month", "2022-05-01~/2022-05-13~"),
    ("The companies met last month.", "last month", "2022-04"),
    ("The companies met in November.", "November", "2021-11"),
    ("The companies met in the second week of April.", "the second week of April", "2022-04-08~/2022-04-14~"),
    ("The companies met last October.", "last October", "2021-10"),
    ("The companies met in May last year.", "May last year", "2021-05"),
    # parts of years
    ("The companies met last year.", "last year", "2021"),
    ("The companies met early this year.", "early this year", "2022-01~/2022-04~"),
    ("The companies met in late 2021.", "late 2021", "2021-09~/2021-12~"),
    ("They have met since early this year.", "since early this year", "2022-01-01~/.."),
    ("They met from early 2020 to mid-2021.", "from early 2020 to mid-2021", "2020-01~/2021-08~"),
    ("The companies met this spring.", "this spring", "2022-21"),
    ("The companies met last winter.", "last winter", "2021-24"),
    ("The companies met in the first quarter.", "the first quarter", "2022-33"),
    ("The plan for this year's first half failed.", "this year's first half", "2022-40"),
    ("The plan for the first half of 2021 failed.", "the first half of 2021", "2021-40"),
    # counted from publication
    ("The yard was shut yesterday.", "yesterday", "2022-05-12"),
    ("The yard was shut on Monday.", "Monday", "2022-05-09"),
    ("The yard was shut on Friday.", "Friday", "2022-05-13"),
    ("The yard was shut last Friday.", "last Friday", "2022-05-06"),
    ("The yard was shut two weeks ago.", "two weeks ago", "2022-04-29~"),
    ("The yard was shut three months ago.", "three months ago", "2022-02~"),
    ("The yard was shut last week.", "last week", "2022-05-02/2022-05-08"),
    ("The yard was shut this week.", "this week", "2022-05-09/2022-05-15"),
    # stretches
    ("It has been shut since July 16.", "since July 16", "2021-07-16/.."),
    ("It has been shut since early April.", "since early April", "2022-04-01~/.."),
    ("It has been shut since the beginning of April.", "since the beginning of April", "2022-04-01/.."),
    ("It has been shut since the start of last month.", "since the start of last month", "2022-04-01/.."),
    ("It has been shut since the beginning of this year.", "since the beginning of this year", "2022-01-01/.."),
    ("Carters worry about last year’s debts.", "last year", "2021"),
    ("It opened about a year ago.", "a year ago", "2021~"),
    ("It could not open during March.", "March", "2022-03"),
    ("They cheered at the capital’s March Salt Session.", "March", "2022-03"),
    ("It was mended earlier this week.", "earlier this week", "2022-05-09~/2022-05-13"),
    ("It has been shut since 2020.", "since 2020", "2020/.."),
    ("It was shut between April 3 and 10.", "between April 3 and 10", "2022-04-03/2022-04-10"),
    ("It was shut between spring and year-end 2021.", "between spring and year-end 2021", "2021-21/2021-12-31~"),
    ("Trade in the February–April period fell.", "the February–April period", "2022-02/2022-04"),
    ("It has been shut since the start of this week.", "since the start of this week", "2022-05-09/.."),
    ("It was shut after April 3, when a cart sank.", "April 3", "2022-04-03"),
    ("It was shut from April 28 to May 2.", "from April 28 to May 2", "2022-04-28/2022-05-02"),
    ("It was shut from the 3rd to the 10th.", "from the 3rd to the 10th", "2022-05-03/2022-05-10"),
    ("It was shut around April 20.", "around April 20", "2022-04-20~"),
    ("The fall in prices was steep.", None, None),
    ("In the fall the yard was shut.", "the fall", "2021-23"),
    ("In the fall of 2020 the yard was shut.", "the fall of 2020", "2020-23"),
    ("It was shut on April first.", "April first", "2022-04-01"),
    ("It was shut in mid- to late March.", "mid- to late March", "2022-03-11~/2022-03-31~"),
    ("Over the weekend it was shut.", "the weekend", "2022-05-07/2022-05-08"),
    ("A decade ago it was shut.", "A decade ago", "2012~"),
    ("It follows the chief’s 2021 order to shut.", "2021", "2021"),
    # whose it was, where it is from, the end of a month named before, "the" left out, half a decade
    ("The pier is full, a change from last year’s calm.", "last year", "2021"),
    ("She told of a case from March, when nets burned.", "March", "2022-03"),
    ("The pier was shut through the winter.", "the winter", "2021-24"),
    ("On 10th, the price fell.", "10th", "2022-05-10"),
    ("It was common in the first half of the 2000s.", "the first half of the 2000s", "2000~/2004~"),
    ("Han Yong Jun, a weaver, wept.", None, None),
    # a mark that is only closed opens nothing behind it
    ('Nets are dear here."\nThey cost more than last week.', "last week", "2022-05-02/2022-05-08"),
    # days with a name
    ("It reopened on the Day of the Sun.", "the Day of the Sun", "2022-04-15"),
    ("It has been open since Kim Il Sung's birthday.", "Kim Il Sung's birthday", "2022-04-15"),
    ("Gifts for the Day of the Sun were late.", "the Day of the Sun", "2022-04-15"),
    # no dates
    ("Recently the yard was shut for three days.", None, None),
    ("Rice cost 5,600 won, and 16 lorries came under Article 15.", None, None),
    ("The 3rd Corps may march through the yard on the 4th floor.", None, None),
]

KOREAN = [
    ("통일부 당국자는 지난해 11월 30일 시작된 단속이 끝났다고 말했다.", "지난해 11월 30일", "2021-11-30"),
    ("소식통은 사람들이 설을 어떻게 쇠겠는지를 걱정한다고 말했다.", "설", "2022-02-01"),
    ("소식통은 지난달에도 같은 일이 있었다고 말했다.", "지난달", "2022-04"),
    ("소금은 작년 가을보다 늘었다.", "작년 가을", "2021-23"),
    ("소금은 지난해보다 귀하다.", "지난해", "2021"),
    ("올해가 더 어렵다.", "올해", "2022"),
    ("2019년과 같다.", "2019년", "2019"),
    ("2017~2019년 소금이 귀했다.", "2017~2019년", "2017/2019"),
    ("3~4일에 배가 왔다.", "3~4일", "2022-05-03/2022-05-04"),
    ("설 전까지만 해도 소금이 있었다.", "설 전까지", "../2022-01-31"),
    ("태양절(4.15)을 맞아 소금을 나눠 주었다.", "태양절", "2022-04-15"),
    ("지난 2013년 구역을 정했다.", "지난 2013년", "2013"),
    ("90년대에는 소금이 없었다.", "90년대", "199X"),
    ("신문은 지난달 28일 1면에 그렇게 썼다.", "지난달 28일", "2022-04-28"),
    ("5월1일부로 값이 올랐다.", "5월1일", "2022-05-01"),
    ("세관이 노동절 전에 소금을 내주겠다고 했다.", "노동절", "2022-05-01"),
    ("1분기 안에 소금을 들여온 것으로 보인다.", "1분기", "2022-33"),
    ("2017년 혜산을 떠나온 조모 씨는 “소금이 귀하다”고 했다.", "2017년", "2017"),
    ("세관은 2021년 4월 3일 문을 닫았다.", "2021년 4월 3일", "2021-04-03"),
    ("세관은 지난 4월 3일 문을 닫았다.", "지난 4월 3일", "2022-04-03"),
    ("세관은 12월 28일 문을 닫았다.", "12월 28일", "2021-12-28"),
    ("세관은 지난해 5월 문을 닫았다.", "지난해 5월", "2021-05"),
    ("세관은 올해 2월에 문을 닫았다.", "올해 2월", "2022-02"),
    ("세관은 지난 10일 문을 닫았다.", "지난 10일", "2022-05-10"),
    ("세관은 지난 28일 문을 닫았다.", "지난 28일", "2022-04-28"),
    ("세관은 지난달 28일 문을 닫았다.", "지난달 28일", "2022-04-28"),
    ("세관은 지난달 말 문을 닫았다.", "지난달 말", "2022-04-21~/2022-04-30~"),
    ("세관은 이달 초 문을 닫았다.", "이달 초", "2022-05-01~/2022-05-10~"),
    ("세관은 4월 초순 문을 닫았다.", "4월 초순", "2022-04-01~/2022-04-10~"),
    ("세관은 4월 중순 문을 닫았다.", "4월 중순", "2022-04-11~/2022-04-20~"),
    ("세관은 4월 하순부터 문을 닫았다.", "4월 하순부터", "2022-04-21~/.."),
    ("세관은 지난 3일부터 10일까지 문을 닫았다.", "지난 3일부터 10일까지", "2022-05-03/2022-05-10"),
    ("세관은 4월 3~10일 문을 닫았다.", "4월 3~10일", "2022-04-03/2022-04-10"),
    ("세관은 올해 상반기 문을 닫았다.", "올해 상반기", "2022-40"),
    ("세관은 지난해 4분기 문을 닫았다.", "지난해 4분기", "2021-36"),
    ("세관은 지난겨울 문을 닫았다.", "지난겨울", "2021-24"),
    ("세관은 올봄에 문을 닫았다.", "올봄", "2022-21"),
    ("세관은 어제 문을 닫았다.", "어제", "2022-05-12"),
    ("세관은 지난주 금요일 문을 닫았다.", "지난주 금요일", "2022-05-06"),
    ("세관은 보름 전에 문을 닫았다.", "보름 전", "2022-04-28~"),
    ("세관은 사흘 전 문을 닫았다.", "사흘 전", "2022-05-10"),
    ("세관은 2020년부터 문을 닫았다.", "2020년부터", "2020/.."),
    ("세관은 지난 태양절 이후 문을 닫았다.", "지난 태양절", "2022-04-15"),
    ("태양절을 맞아 세관이 문을 닫았다.", "태양절", "2022-04-15"),
    ("세관은 지난 5월 초 문을 닫았다.", "지난 5월 초", "2022-05-01~/2022-05-10~"),
    ("세관은 5월 6일경 문을 닫았다.", "5월 6일경", "2022-05-06~"),
    ("소식통은 “세관이 어제(6일) 문을 닫았다”고 했다.", "어제(6일)", "2022-05-06"),
    ("소식통은 “세관이 지난주 금요일(6일)에 문을 닫았다”고 했다.", "지난주 금요일(6일)", "2022-05-06"),
    ("세관은 지난해 3~12월까지 문을 닫았다.", "지난해 3~12월까지", "2021-03/2021-12"),
    ("세관은 2020년 이후에 문을 닫았다.", "2020년 이후", "2020/.."),
    ("여름 내내 세관이 문을 닫았다.", "여름", "2021-22"),
    ("5월 초순 두 도시의 협력자가 세관을 조사했다.", "5월 초순", "2022-05-01~/2022-05-10~"),
    ("세관은 초봄에 문을 닫았다.", "초봄", "2022-21"),
    ("세관은 새해 들어 문을 닫았다.", "새해 들어", "2022/.."),
    ("2010년 이전에는 소금을 수입했다.", "2010년 이전", "../2009-12-31"),
    ("교역이 한 해 전보다 줄었다.", "한 해 전", "2021~"),
    ("세관은 새해를 맞아 문을 닫았다.", "새해", "2022-01-01"),
    ("세관은 전날 문을 닫았다.", "전날", "2022-05-12"),
    ("7·27 전승절을 맞아 세관이 문을 닫았다.", "7·27 전승절", "2022-07-27"),
    ("들판연구원은 지난달 펴낸 글에서 “값이 늘 것”이라고 말했다.", "지난달", "2022-04"),
    ("올 들어 세 번째로 문을 닫았다.", "올 들어", "2022/.."),
    ("값은 한 달 전보다 올랐다.", "한 달 전", "2022-04~"),
    # whether the first verb behind the date looks back or forward
    ("창고는 11월까지 비어 있었으나 지금은 찼다.", "11월까지", "../2021-11-30"),
    ("외무성은 10일 대표단이 갈 것이라고 밝혔다.", "10일", "2022-05-10"),
    ("추석을 앞두고 검열할 계획이다.", "추석", "2022-09-10"),
    # feasts by other names, and a rumour that is none
    ("쌀값이 설 이후 올랐다.", "설", "2022-02-01"),
    ("상인들은 설을 쇠고 나서 갔다.", "설", "2022-02-01"),
    ("단둥 상점은 춘절 연휴에 문을 닫았다.", "춘절", "2022-02-01"),
    ("소금은 내년 중국의 춘절에 비싸다.", "내년 중국의 춘절", "2023-01-22"),
    ("국경절 연휴에 손님이 많았다.", "국경절", "2021-10-01"),
    ("3·8절을 앞두고 꽃값이 올랐다.", "3·8절", "2022-03-08"),
    ("당창건일 전후로 전기가 왔다.", "당창건일", "2021-10-10"),
    ("세관이 닫힌다는 설에 불과하다.", None, None),
    ("문을 닫는다는 설이 돌았다.", None, None),
    ("상반년도 계획을 넘겼다.", "상반년도", "2022-40"),
    # this time of another year, a little more than a month, the end or the first month of a year
    ("값이 작년 이맘때보다 높다.", "작년 이맘때", "2021-05~"),
    ("배는 한 달여 전 떠났다.", "한 달여 전", "2022-04~"),
    ("수입이 전월보다 줄었다.", "전월", "2022-04"),
    ("수입이 전년보다 줄었다.", "전년", "2021"),
    ("배는 지난 2015년 가을부터 끊겼다.", "지난 2015년 가을부터", "2015-23/.."),
    ("2010년대 중반부터 소금을 사들였다.", "2010년대 중반부터", "2014~/.."),
    ("새해 첫 달 수입이 줄었다.", "새해 첫 달", "2022-01"),
    ("4월 중하순 값이 올랐다.", "4월 중하순", "2022-04-11~/2022-04-30~"),
    ("4월 초중순 값이 올랐다.", "4월 초중순", "2022-04-01~/2022-04-20~"),
    ("지난해 하반기부터 값이 올랐다.", "지난해 하반기부터", "2021-07-01/.."),
    ("새해부터 값이 올랐다.", "새해부터", "2022-01-01/.."),
    ("90년 대 중반 이후 값이 올랐다.", "90년 대 중반 이후", "1994~/.."),
    ("가을철을 맞아 값이 내렸다.", "가을철", "2021-23"),
    ("지난 3일과 4일 이틀간 모였다.", "지난 3일과 4일", "2022-05-03/2022-05-04"),
    ("5월 들어 값이 올랐다.", "5월 들어", "2022-05/.."),
    ("올봄 들어 값이 올랐다.", "올봄 들어", "2022-21/.."),
    # the brackets say which day it was, whatever is told to come
    ("어제(12일) 떠난 배는 돌아올 것으로 알려졌다.", "어제(12일)", "2022-05-12"),
    # said to everybody
    ("들판대 박하나 교수는 12일 한 토론회에서 값이 오를 것이라고 말했다.", "12일", "2022-05-12"),
    ("들판연구소가 12일 북녘소식에 공개한 보고서에 따르면 값이 올랐다.", "12일", "2022-05-12"),
    ("값이 2~3일 전부터 올랐다.", "2~3일 전부터", "2022-05-10~/.."),
    ("배는 10여 년 전부터 왔다.", "10여 년 전부터", "2012~/.."),
    ("배는 지난 9일과 12일 사이에 떠났다.", "지난 9일과 12일 사이", "2022-05-09/2022-05-12"),
    ("7월1일 경제 조치가 나왔다.", "7월1일", "2021-07-01"),
    ("가을철 수확기에 값이 내렸다.", "가을철", "2021-23"),
    ("시장은 매주 월요일 문을 닫는다.", None, None),
    ("배는 3일에 한 번 온다.", None, None),
    ("값은 20일보다 낮았다.", "20일", "2022-04-20"),
    # particles that are drawn together, years by two figures, ends of years, months that run on
    ("지난해엔 값이 내렸다.", "지난해", "2021"),
    ("값은 3월까진 쌌다.", "3월까진", "../2022-03-31"),
    ("지난 99년께 배가 끊겼다.", "지난 99년께", "1999~"),
    ("97년 말 배가 끊겼다.", "97년 말", "1997-12~"),
    ("올해 초부터 배가 끊겼다.", "올해 초부터", "2022-01~/.."),
    ("새해 초부터 배가 끊겼다.", "새해 초부터", "2022-01~/.."),
    ("신문은 오늘자 조간에서 배가 왔다고 썼다.", "오늘", "2022-05-13"),
    ("지난 90년대부터 배가 끊겼다.", "지난 90년대부터", "199X/.."),
    ("오늘(10일) 배가 온 데 이어 곧 떠날 것으로 예상된다.", "오늘(10일)", "2022-05-10"),
    ("지난 3일 노동신문은 배가 왔다고 썼다.", "지난 3일", "2022-05-03"),
    ("기구는 9일 발표한 ‘소금 전망’ 보고서에서 배를 세었다.", "9일", "2022-05-09"),
    ("앞서 5일 통일부는 소금을 보내겠다고 했다.", "5일", "2022-05-05"),
    ("20일 통일부는 소금을 보내겠다고 밝혔다.", "20일", "2022-04-20"),
    ("지난해부터 올해 초까지 배가 끊겼다.", "지난해부터 올해 초까지", "2021/2022-01~"),
    ("94년 5월 배가 끊겼다.", "94년 5월", "1994-05"),
    ("08년 배가 끊겼다.", "08년", "2008"),
    ("배는 90년 만에 왔다.", None, None),
    ("배는 80년간 왔다.", None, None),
    ("1990년대 후반 배가 끊겼다.", "1990년대 후반", "1995~/1999~"),
    ("이달 들어 값이 올랐다.", "이달 들어", "2022-05/.."),
    ("배가 올 때까지 기다렸다.", None, None),
    ("올 한 해 값이 올랐다.", "올", "2022"),
    ("올 1분기(1~3월) 값이 올랐다.", "올 1분기(1~3월)", "2022-33"),
    ("최근 세관이 문을 닫았다.", None, None),
    ("세관은 3일간 문을 닫았고 10일 만에 다시 열었다.", None, None),
    ("쌀 10킬로그램에 5천 원이고 일꾼 15명이 일했다.", None, None),
]

DUE = [
    ("en", "A ship is likely to come on Monday.", "Monday", "2022-05-16"),
    ("en", "A rule going into effect on June 1 bans nets.", "June 1", "2022-06-01"),
    ("en", "They see a way to earn opening next year.", "next year", "2023"),
    ("en", "The hall is being swept for the feast this Sunday.", "this Sunday", "2022-05-15"),
    ("en", "The drive ends in early June.", "early June", "2022-06-01~/2022-06-10~"),
    ("en", "The pier opens on June 3.", "June 3", "2022-06-03"),
    ("en", "Three barges are on the list for June.", "June", "2022-06"),
    ("en", "The pier would not be open before the end of the month.", "before the end of the month", "../2022-05-31"),
    ("en", "Lists must be handed in by the end of June.", "by the end of June", "../2022-06-30"),
    ("en", "Lists are due by June 20.", "by June 20", "../2022-06-20"),
    (
        "en",
        "There will be a review by the end of the first half of this year.",
        "by the end of the first half of this year",
        "../2022-06-30",
    ),
    (
        "en",
        "There will be a review within the first half of this year.",
        "within the first half of this year",
        "../2022-06-30",
    ),
    ("en", "The review will begin next month.", "next month", "2022-06"),
    ("en", "Rice is dear; prices could rise again in autumn.", "autumn", "2022-23"),
    ("en", "Soldiers would arrive in early June, she said.", "early June", "2022-06-01~/2022-06-10~"),
    ("en", "The rule takes effect on June 1.", "June 1", "2022-06-01"),
    ("en", "The rule, going into force June 1, is new.", "June 1", "2022-06-01"),
    ("en", "The barge was likely to sail on Monday.", "Monday", "2022-05-16"),
    ("en", "The office means to open its gate in early June.", "early June", "2022-06-01~/2022-06-10~"),
    ("en", "The work counts as employment from July 1.", "from July 1", "2022-07-01/.."),
    ("en", "The dams must be mended before the winter.", "before the winter", "../2022-11-30"),
    ("ko", "무역은 연말 전으로 열릴 것이다.", "연말 전으로", "../2022-12-31"),
    ("ko", "당국은 25일부터 장을 막는 방안을 검토하고 있다.", "25일부터", "2022-05-25/.."),
    ("ko", "명단을 6월 말까지 내야 한다.", "6월 말까지", "../2022-06-30"),
    ("ko", "창고를 7월 중 한 번 더 보여 주기로 약속했다.", "7월 중", "2022-07"),
    ("ko", "총국은 10월까지를 집중 단속 기간으로 선포했다.", "10월까지", "../2022-10-31"),
    ("ko", "명단을 이달 20일까지 내야 한다.", "이달 20일까지", "../2022-05-20"),
    ("ko", "당 창건 기념일까지는 열 수 없다고 통보했다.", "당 창건 기념일까지", "../2022-10-10"),
    ("ko", "명단을 20일까지 내야 한다.", "20일까지", "../2022-05-20"),
    ("ko", "명단을 이번 주 안에 내야 한다.", "이번 주 안에", "../2022-05-15"),
    ("ko", "상반기 안에 검열을 마쳐야 한다.", "상반기 안에", "../2022-06-30"),
    ("ko", "누리집에서 7월 7일 첫 손님이 출발한다고 공지했다.", "7월 7일", "2022-07-07"),
    ("ko", "이달 말쯤 안에서 방침이 서야 한다.", "이달 말쯤", "2022-05-21~/2022-05-31~"),
    ("ko", "소금은 20일에 모인다고 한다.", "20일", "2022-05-20"),
    ("ko", "가을에나 문을 열 수 있다고 한다.", "가을", "2022-23"),
    ("ko", "“하반기에 배가 뜬다고 해도 늦다.”", "하반기", "2022-41"),
    ("ko", "11월에 다시 검열할 계획이라고 한다.", "11월", "2022-11"),
    ("ko", "다음 달 초부터 검열한다.", "다음 달 초부터", "2022-06-01~/.."),
    ("ko", "세관은 내주 18~19일 문을 연다.", "내주 18~19일", "2022-05-18/2022-05-19"),
    ("ko", "오는 25일 회의가 열린다.", "오는 25일", "2022-05-25"),
    ("ko", "창고를 7월까지 비우라고 지시했다.", "7월까지", "../2022-07-31"),
    ("ko", "이달 말까지는 문을 닫겠다고 말했다.", "이달 말까지", "../2022-05-31"),
    ("ko", "하반기 안에 시장을 닫을 가능성이 있다고 보고했다.", "하반기 안에", "../2022-12-31"),
    ("ko", "11월에는 소금이 더 줄어들 것으로 내다봤다.", "11월", "2022-11"),
    ("ko", "창고를 7월까지 닫는다고 통보했다.", "7월까지", "../2022-07-31"),
]

CONTACTS = [
    ("en", "A source in Kilju, in a phone conversation on the 2nd, relayed that nets were dear.", "the 2nd"),
    ("en", "A trader in Kilju, during a call with the Courier on Monday, said that nets were dear.", "Monday"),
    ("en", "“It is shut,” a source in Ryanggang Province told Northern Courier on Sunday.", "Sunday"),
    ("en", "“It is shut,” a source in Ryanggang Province told Northern Courier yesterday.", "yesterday"),
    ("en", "“It is shut,” the source said by telephone on May 3.", "May 3"),
    ("en", "On the 7th, a source in the province told Northern Courier that it is shut.", "the 7th"),
    ("en", "“It is shut,” said a source based in China on May 5.", "May 5"),
    ("en", "“It is shut,” the broker in the province pointed out last Friday.", "last Friday"),
    ("en", "According to a source in the province on May 5, it is shut.", "May 5"),
    ("en", "Speaking with Northern Courier today, a source wept.", "today"),
    ("en", "A weaver in Kilju, reached by e-mail last Wednesday, said that it is shut.", "last Wednesday"),
    ("en", "She agreed to talk to the Northern Courier at her home in early May.", "early May"),
    ("en", "A broker who has dealt in nets for years said in Yanji on May 2.", "May 2"),
    ("en", "On the 7th, a Northern Courier source in Kilju said, “It is shut.”", "the 7th"),
    ("en", "In a text message on Tuesday, the broker said that it is shut.", "Tuesday"),
    ("en", "The Northern Courier spoke with the broker on May 2.", "May 2"),
    ("en", "The broker, who met the Courier in Yanji last Wednesday, wept.", "last Wednesday"),
    ("en", "“It is shut,” a trader told reporters from the Courier’s harbour desk in April.", "April"),
    ("ko", "청진에서 장사를 하는 한 여성은 7일 “문을 닫았다”고 말했다.", "7일"),
    ("ko", "혜산에 있는 소식통은 월요일 들판 인사이드에 “문을 닫았다”고 말했다.", "월요일"),
    ("ko", "단둥의 한 수산물 수입상은 7일 “문을 닫았다”고 말했다.", "7일"),
    ("ko", "7일 청진의 한 미용사는 “문을 닫았다”고 말했다.", "7일"),
    ("ko", "무산군의 협력자는 7일, 방송에서 “문을 닫았다”고 알렸다고 전했다.", "7일"),
    ("ko", "시장을 닫기 전인 7일에 전해왔다.", "7일"),
    ("ko", "양강도 소식통은 7일 북녘소식에 “문을 닫았다”고 전했다.", "7일"),
    ("ko", "취재협력자 B 씨는 7일 다음과 같이 전했다. “문을 닫았다.”", "7일"),
    ("ko", "양강도 소식통은 7일 세관이 문을 닫았다고 북녘소식에 전했다.", "7일"),
    ("ko", "양강도 소식통은 “문을 닫았다”고 7일 전했다.", "7일"),
    ("ko", "북녘소식은 7일 양강도 소식통과 통화했다.", "7일"),
    ("ko", "한 소식통은 세관이 문을 닫았다고 지난 7일 밝혔다.", "지난 7일"),
    ("ko", "소식통에 따르면 “문을 닫았다”고 7일 전했다.", "7일"),
    ("ko", "소식통은 “문을 닫았다”면서 “배도 없다”고 7일 전했다.", "7일"),
    ("ko", "• 7일 북녘소식 국경의 복수 소식통은 “문을 닫았다”고 말했다.", "7일"),
    ("ko", "단둥의 한 소식통은 7일 중국 측 당국자를 인용해 “문을 닫았다”고 전했다.", "7일"),
    ("ko", "양강도 소식통은 지난 7일 “문을 닫았다”고 전했다.", "지난 7일"),
    ("ko", "통일부 당국자는 7일 기자들과 만나 “문을 닫았다”고 했다.", "7일"),
    ("ko", "한 주민은 “문을 닫았다”라고 북녘소식에 그제 밝혔다.", "그제"),
    ("ko", "7일 북녘소식 양강도 소식통에 따르면 세관이 문을 닫았다.", "7일"),
    ("ko", "이와 관련 7일 양강도의 한 소식통도 “문을 닫았다”고 전했다.", "7일"),
    ("ko", "7일 단천의 한 무역기관 관계자는 “문을 닫았다”고 했다.", "7일"),
    ("ko", "양강도의 취재협력자도 5월 초순 비슷한 사정을 알려 왔다.", "5월 초순"),
    ("ko", "혜산시의 소식통은 지난 7일 하루들판과의 전화 통화에서 “문을 닫았다”고 말했다.", "지난 7일"),
    ("ko", "7일 북중 접경 지역인 중국 단둥에서 소금을 파는 한 교민 사업가는 “문을 닫았다”고 했다.", "7일"),
    ("ko", "북녘소식 통신원은 7일 “문을 닫았다”고 전했다.", "7일"),
    ("ko", "소식통은 3일 북녘소식과의 통화에서 세관이 문을 닫았다고 말했다.", "3일"),
]


@pytest.mark.parametrize(
    ("language", "text", "words", "edtf"), [("en", *row) for row in ENGLISH] + [("ko", *row) for row in KOREAN]
)
def test_what_happened_is_dated_from_publication(language: str, text: str, words: str | None, edtf: str | None) -> None:
    found = [(each.passage.text, each.date.edtf, each.kind) for each in dates_in(text, language, _day(PUBLISHED))]
    assert found == ([(words, edtf, "event")] if words else [])


@pytest.mark.parametrize(("language", "text", "words", "edtf"), DUE)
def test_what_was_announced_is_due(language: str, text: str, words: str, edtf: str) -> None:
    (found,) = dates_in(text, language, _day(PUBLISHED))
    assert (found.passage.text, found.date.edtf, found.kind) == (words, edtf, "due")


@pytest.mark.parametrize(("language", "text", "words"), CONTACTS)
def test_the_day_a_source_spoke_stays_words(language: str, text: str, words: str) -> None:
    (found,) = dates_in(text, language, _day(PUBLISHED))
    assert (found.date, found.kind) == (PartialDate.printed(words, ""), "contact")


def test_the_contact_is_told_from_the_event_beside_it() -> None:
    text = (
        "A source told Northern Courier on Sunday that on April 3 the committee had told traders to wait until May 20."
    )
    assert [(each.kind, each.date.edtf) for each in dates_in(text, "en", _day(PUBLISHED))] == [
        ("contact", ""),
        ("event", "2022-04-03"),
        ("due", "../2022-05-20"),
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("세관은 5월 3일 문을 닫았고 이튿날 다시 열었다.", ["2022-05-03", "2022-05-04"]),
        ("세관은 5월 3일 문을 닫았다. 이날 비가 왔다.", ["2022-05-03", "2022-05-03"]),
        ("세관은 4월 3일 문을 닫았다. 그날 밤 눈이 왔다.", ["2022-04-03", "2022-04-03"]),
        ("지난달 3일과 5일 배가 왔다.", ["2022-04-03", "2022-04-05"]),
        ("올해 1분기 수입은 지난해 같은 기간보다 늘었다.", ["2022-33", "2021-33"]),
        ("상반기 수입은 10일 낸 자료에 따르면 지난해 같은 기간보다 늘었다.", ["2022-40", "2022-05-10", "2021-40"]),
        ("1~4월 수입은 전년 동기보다 늘었다.", ["2022-01/2022-04", "2021-01/2021-04"]),
        ("지난해 수입은 전년보다, 지난 2월 수출은 전월보다 늘었다.", ["2021", "2020", "2022-02", "2022-01"]),
        ("세관은 2020년 3월 닫혔다가 같은 해 7월 열렸고 이듬해 2월 다시 닫혔다.", ["2020-03", "2020-07", "2021-02"]),
        ("지난달 수입은 지난해 같은 달보다 늘었다.", ["2022-04", "2021-04"]),
        (
            "배는 지난해 8월 8일 떠났다. 13일 항구에 닿아 26일까지 머물렀다.",
            ["2021-08-08", "2021-08-13", "../2021-08-26"],
        ),
        ("지난해 8월 8일 배가 떠났다. 북녘소식은 10일 이같이 보도했다.", ["2021-08-08", "2022-05-10"]),
        ("세관은 재작년 봄 닫혔다가 그해 여름 열렸다.", ["2020-21", "2020-22"]),
        ("세관은 지난 2015년 5월 11일 닫혔다.이달 첫날 다시 열렸다.", ["2015-05-11", "2022-05-01"]),
        ("배는 지난 연말 왔고 4월 후반에도 왔다.", ["2021-12~", "2022-04-16~/2022-04-30~"]),
        ("지난달 이곳을 찾은 소식통은 “소금이 귀하다”고 했다.", ["2022-04"]),
        ("배는 재작년 연말 왔고 연초에도 왔다.", ["2020-12~", "2022-01~"]),
        ("올 들어 값이 뛰었고 지난 95년에도 그랬다.", ["2022/..", "1995"]),
        ("지난 3월부터 내달 초에 열린다는 소문이 돈다.", ["2022-03/..", "2022-06-01~/2022-06-10~"]),
        ("소금을 전달했다. 4·15를 앞두고는 쌀도 2 월중 왔다.", ["2022-04-15", "2022-02"]),
        ("세관은 지난달 초와 중순 문을 닫았다.", ["2022-04-01~/2022-04-10~", "2022-04-11~/2022-04-20~"]),
    ],
)
def test_a_day_may_count_from_the_one_named_before(text: str, edtf: list[str]) -> None:
    assert [each.date.edtf for each in dates_in(text, "ko", _day(PUBLISHED))] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The gate shut on Monday and opened again the same day.", ["2022-05-09", "2022-05-09"]),
        ("Most boats left on the Day of the Sun, but came back that week.", ["2022-04-15", "2022-04-11/2022-04-17"]),
        ("Trains stopped in January 2020. Carts stopped the following month.", ["2020-01", "2020-02"]),
        ("Imports grew in March from the previous month.", ["2022-03", "2022-02"]),
        ("Imports reached 9 million in March, up from a month earlier.", ["2022-03", "2022-02"]),
        ("It opened in 2015 and shut the following year.", ["2015", "2016"]),
        ("He came in 2001. That year there was no rice.", ["2001", "2001"]),
        ("Nets cost 9 won on May 3, up from 7 won two weeks before.", ["2022-05-03", "2022-04-19~"]),
        ("It shut on May 3. Two days later, it opened.", ["2022-05-03", "2022-05-05"]),
        ("That week nothing came.", [""]),
        ("Farms cut 4 tons in 2019, less than the year before.", ["2019", "2018~"]),
        ("The list covers the time between September 2020 and January.", ["2020-09/2021-01"]),
        ("In March fewer came than in the same month last year.", ["2022-03", "2021-03"]),
        ("It shut in December 2017 and in November of the same year.", ["2017-12", "2017-11"]),
        ("It shut in December 2017, after the floods in July that year.", ["2017-12", "2017-07"]),
        ("Nets cost 9 won on May 3, up from 7 won two weeks prior.", ["2022-05-03", "2022-04-19~"]),
        ("Imports grew in December, up from a year earlier.", ["2021-12", "2020~"]),
        ("Imports grew in March, unlike the previous two months.", ["2022-03", "2022-01/2022-02"]),
    ],
)
def test_days_weeks_and_months_count_from_the_one_named_before(text: str, edtf: list[str]) -> None:
    assert [each.date.edtf for each in dates_in(text, "en", _day(PUBLISHED))] == edtf


def test_yesterday_in_a_quotation_counts_from_a_day_we_do_not_know() -> None:
    (found,) = dates_in("“The yard was shut yesterday,” the source said.", "en", _day(PUBLISHED))
    assert (found.kind, found.date.edtf) == ("event", "")


@pytest.mark.parametrize(
    ("published", "text", "edtf"),
    [
        ("2022-05", "The yard was shut in early April.", "2022-04-01~/2022-04-10~"),
        ("2022-05", "The yard was shut on May 3.", "2022-05-03"),
        ("2022-05", "The yard was shut on the 15th.", "2022-04-15?/2022-05-15?"),
        ("2022-05", "The yard was shut yesterday.", "2022-04-30?/2022-05-30?"),
        ("2022", "The yard was shut on the 15th.", ""),
        ("2022", "The yard was shut last year.", "2021"),
        ("", "The yard was shut on the 15th.", ""),
        ("", "The yard was shut in April.", ""),
        ("", "The yard was shut on April 3, 2021.", "2021-04-03"),
    ],
)
def test_what_publication_leaves_open_stays_open(published: str, text: str, edtf: str) -> None:
    (found,) = dates_in(text, "en", PartialDate.parse(published))
    assert found.date.edtf == edtf


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                "April",
                "31",
                "the",
                "of",
                "last",
                "month",
                "by",
                "from",
                "to",
                "2022",
                "년",
                "월 ",
                "일",
                "지난",
                "달",
                "까지",
                "99",
                "~",
                "“",
                "전",
                "주",
                " ",
            ]
        )
        | st.text(max_size=6),
        max_size=40,
    ).map("".join),
    st.sampled_from(["en", "ko"]),
    st.sampled_from(["", "2022", "2022-02", "2022-05-13", "1900-01-01", "2100-12-31"]),
)
def test_any_text_is_read_and_every_date_is_its_slice(text: str, language: str, published: str) -> None:
    found = dates_in(text, language, PartialDate.parse(published))
    assert [each.passage.text for each in found] == [text[each.passage.start : each.passage.end] for each in found]
    assert all(left.passage.end <= right.passage.start for left, right in pairwise(found))


def _day(edtf: str) -> PartialDate:
    return PartialDate.parse(edtf)


def test_the_day_of_publication_used_here_is_a_friday() -> None:
    assert date.fromisoformat(PUBLISHED).weekday() == 4


@pytest.mark.parametrize(
    ("text", "words", "edtf", "kind"),
    [
        ("The barge left on April 9 after loading the day before.", "the day before", "2022-04-08", "event"),
        ("They met on April 9 and again the following day.", "the following day", "2022-04-10", "event"),
        (
            "In April it barred nets through the end of that month.",
            "through the end of that month",
            "../2022-04-30",
            "event",
        ),
        (
            "It said on Wednesday that nets are barred, effective from Thursday.",
            "from Thursday",
            "2022-05-12/..",
            "event",
        ),
        (
            "No barge would sail before the beginning of June.",
            "the beginning of June",
            "2022-06-01~/2022-06-10~",
            "due",
        ),
        ("The mill will pay from the third quarter.", "from the third quarter", "2022-07-01/..", "due"),
        ("Stalls must go by the republic’s founding.", "by the republic’s founding", "../2022-09-09", "due"),
        ("A clerk explained to The Courier on April 9 that nets were dear.", "April 9", "", "contact"),
        ("A clerk, whom I met abroad in April, mends nets.", "April", "", "contact"),
        ("A clerk in Kilju, who was contacted on April 9, mends nets.", "April 9", "", "contact"),
        ("Partner A in Kilju reported on April 9 that nets were dear.", "April 9", "", "contact"),
        ("He said in a call Tuesday that nets were dear.", "Tuesday", "", "contact"),
        ("A trader reached by phone last Tuesday said that nets were dear.", "last Tuesday", "", "contact"),
        ("A freight forwarder in Dandong said by telephone Tuesday that nets were dear.", "Tuesday", "", "contact"),
        ("A resident told Open Wave Radio's Korean Service Tuesday that nets were dear.", "Tuesday", "", "contact"),
        ("Both sources spoke on April 9.", "April 9", "", "contact"),
        ("An inside source living in Kilju informed on the 9th, “Nets are dear.”", "the 9th", "", "contact"),
        ("It is dear, said a clerk when reached by phone on the 9th.", "the 9th", "", "contact"),
        ("Carters were told on April 9 that nets must be sold.", "April 9", "2022-04-09", "event"),
        ("A man surnamed Wang said the mill would not be open until July 20.", "until July 20", "../2022-07-20", "due"),
        ("The term runs from May 2 through August.", "from May 2 through August", "2022-05-02/2022-08", "event"),
        ("Floods came in 1995 and 1996.", "1995 and 1996", "1995/1996", "event"),
        ("Floods came on the 3rd and 4th.", "the 3rd and 4th", "2022-05-03/2022-05-04", "event"),
        ("Floods came after last year’s Chuseok.", "last year’s Chuseok", "2021-09-21", "event"),
        ("Nets fell in the previous month.", "the previous month", "2022-04", "event"),
        ("Trade is to resume later this year.", "later this year", "2022-05-13~/2022-12-31~", "event"),
        (
            "It must be done by the anniversary of the founding of the country’s ruling communist party.",
            "by the anniversary of the founding of the country’s ruling communist party",
            "../2022-10-10",
            "due",
        ),
        ("A clerk in Kilju reported the news to The Courier on the 9th.", "the 9th", "", "contact"),
        ("A clerk in Kilju revealed the news yesterday.", "yesterday", "", "contact"),
        ("It is dear, according to word received in mid-April from a partner.", "mid-April", "", "contact"),
        ("In late April, the Courier talked by phone with a clerk.", "late April", "", "contact"),
        ("The fair will be opened on Friday.", "Friday", "2022-05-13", "event"),
        ("A clerk in Kilju agreed, saying on April 9 that nets were dear.", "April 9", "", "contact"),
        ("Nine boats came in through May 9, said the office.", "through May 9", "../2022-05-09", "event"),
        ("Nets are barred under the March resolution.", "March", "2022-03", "event"),
        ("Nets have been dear since the new year.", "since the new year", "2022-01-01/..", "event"),
        ("Nets have been dear since the Lunar New Year.", "since the Lunar New Year", "2022-02-01/..", "event"),
        ("He is scheduled to meet U.S. President Marsh sometime in July.", "July", "2022-07", "due"),
        ("Mills face a looming deadline of July 15.", "July 15", "2022-07-15", "due"),
        ("Pak, a resident of Anju on a visit to Dandong, China, said on Monday “no”.", "Monday", "", "contact"),
    ],
)
def test_the_words_around_an_english_date_say_what_it_is(text: str, words: str, edtf: str, kind: str) -> None:
    found = dates_in(text, "en", _day(PUBLISHED))[-1]
    assert (found.passage.text, found.date.edtf, found.kind) == (words, edtf, kind)


def test_the_day_before_is_not_counted_from_the_end_of_a_stretch() -> None:
    found = dates_in("세관은 3일부터 문을 닫았다. 간부들이 전날 모였다.", "ko", _day(PUBLISHED))
    assert [each.date.edtf for each in found] == ["2022-05-03/..", "2022-05-12"]


@pytest.mark.parametrize(
    ("text", "language", "words", "edtf"),
    [
        ("On Friday (May 6) the yard was shut.", "en", "Friday (May 6)", "2022-05-06"),
        ("Nets are dear since yesterday (12th), she saw.", "en", "since yesterday (12th)", "2022-05-12/.."),
        ("The service told the National Assembly last month that nets were dear.", "en", "last month", "2022-04"),
        ("It sank early last year of all years.", "en", "early last year", "2021-01~/2021-04~"),
        ("Ships came through the summer months.", "en", "the summer months", "2021-22"),
        ("지난 4일(현지시간)부터 모였다.", "ko", "지난 4일(현지시간)부터", "2022-05-04/.."),
        ("지난 4일(현지시간) 모였다.", "ko", "지난 4일", "2022-05-04"),
        ("지난 달, 즉 4월 교역액이 줄었다.", "ko", "지난 달, 즉 4월", "2022-04"),
        ("지난 한 해 교역액이 줄었다.", "ko", "지난 한 해", "2021"),
        ("쌀값은 연말보다 뛰었다.", "ko", "연말", "2021-12~"),
        ("올들어 교역액이 줄었다.", "ko", "올들어", "2022/.."),
        ("이(5월)달 값이 뛰었다.", "ko", "이(5월)달", "2022-05"),
    ],
)
def test_a_date_in_brackets_belongs_to_the_one_before_it(text: str, language: str, words: str, edtf: str) -> None:
    (found,) = dates_in(text, language, _day(PUBLISHED))
    assert (found.passage.text, found.date.edtf) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Imports in April of this year fell from the same period last year.", "the same period last year", "2021-04"),
        ("In the first quarter they fell from the same time last year.", "the same time last year", "2021-33"),
        ("The yard was shut a fortnight ago.", "a fortnight ago", "2022-04-29~"),
        ("Nets were dear in both 2019 and 2020.", "2019 and 2020", "2019/2020"),
    ],
)
def test_what_is_counted_from_a_year_or_a_fortnight_before(text: str, words: str, edtf: str) -> None:
    found = dates_in(text, "en", _day(PUBLISHED))[-1]
    assert (found.passage.text, found.date.edtf) == (words, edtf)


def test_a_bare_day_in_brackets_belongs_to_a_day_alone() -> None:
    assert dates_in("The congress (7th) and the party day (10th) came.", "en", _day(PUBLISHED)) == ()


def test_a_reporter_of_an_outlet_may_be_told() -> None:
    (found,) = dates_in("Nets are dear, a source told a Haneul Daily reporter on Tuesday.", "en", _day(PUBLISHED))
    assert (found.kind, found.date.edtf) == ("contact", "")


def test_a_feast_behind_the_day_it_falls_on_lies_ahead_with_it() -> None:
    found = dates_in("오는 10월 10일 당 창건일을 앞두고 소금값이 올랐다.", "ko", _day(PUBLISHED))
    assert [each.date.edtf for each in found] == ["2022-10-10", "2022-10-10"]


@pytest.mark.parametrize(
    ("text", "words", "edtf", "kind"),
    [
        # stretches that begin or end with today, or with a year beside it
        ("Nets are mended in the season of May and June.", "May and June", "2022-05/2022-06", "event"),
        ("Wool may run short this year and next.", "this year and next", "2022/2023", "event"),
        ("A clerk said the boats would run in June.", "June", "2022-06", "due"),
        ("The congress coming up in June is dear.", "June", "2022-06", "due"),
        ("In preparation for the June congress wool is sold.", "June", "2022-06", "due"),
        ("Ahead of the June congress wool is sold.", "June", "2022-06", "due"),
        ("Wool ran short last year and this.", "last year and this", "2021/2022", "event"),
        (
            "From October last year to January it froze.",
            "From October last year to January",
            "2021-10/2022-01",
            "event",
        ),
        (
            "Carts were seized from the end of last year through this March.",
            "from the end of last year through this March",
            "2021-12-21~/2022-03",
            "event",
        ),
        # parts of a year, of a month
        ("Wool fell in the first month of last year.", "the first month of last year", "2021-01", "event"),
        ("Wool fell in the final month of 2019.", "the final month of 2019", "2019-12", "event"),
        (
            "Wool fell in the first few months of the year.",
            "the first few months of the year",
            "2022-01~/2022-04~",
            "event",
        ),
        (
            "It rained in the first two weeks of April.",
            "the first two weeks of April",
            "2022-04-01~/2022-04-14~",
            "event",
        ),
        ("It rained half a year ago.", "half a year ago", "2021-11~", "event"),
        # from when, until when
        ("The ban was lifted in 2001, and after 2006 it was forgotten.", "after 2006", "2007/..", "event"),
        ("Members had until noon Wednesday to object.", "until noon Wednesday", "../2022-05-11", "event"),
        # counted from a stretch, or from a day that is counted itself
        (
            "From April 4 to April 8 wool fell, against two weeks earlier.",
            "two weeks earlier",
            "2022-03-21~/2022-03-25~",
            "event",
        ),
        (
            "On May 5 wool fell, against a week earlier and the year before, they say.",
            "the year before",
            "2021~",
            "event",
        ),
        # an official without a name is a source; who speaks in a body's name speaks in public
        ("Trains will run again, a ministry official told reporters on Tuesday.", "Tuesday", "", "contact"),
        (
            "Trains will run again, the ministry’s spokeswoman told reporters on Tuesday.",
            "Tuesday",
            "2022-05-10",
            "event",
        ),
        ("Trains run, sources here said Tuesday.", "Tuesday", "", "contact"),
        (
            "In a weekly, a trader in Jian, China was quoted on the 9th as saying, “Wool is dear.”",
            "the 9th",
            "",
            "contact",
        ),
        ("On telephone conversation of May 7, a grocer said, “Wool is dear.”", "May 7", "", "contact"),
    ],
)
def test_a_date_is_read_with_what_it_is_joined_to(text: str, words: str, edtf: str, kind: str) -> None:
    (date,) = [date for date in dates_in(text, "en", PartialDate.parse(PUBLISHED)) if date.passage.text == words]
    assert (date.date.edtf, date.kind) == (edtf, kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("광명성절(2월 16일, 김정일 생일)에 모였다.", ["광명성절", "2월 16일", "김정일 생일"]),
        ("2월 16일(김정일의 생일)에 모였다.", ["2월 16일", "김정일의 생일"]),
    ],
)
def test_a_feast_and_its_day_are_two_names_of_one_day(text: str, words: list[str]) -> None:
    found = dates_in(text, "ko", _day(PUBLISHED))
    assert [(each.passage.text, each.date.edtf) for each in found] == [(word, "2022-02-16") for word in words]


def test_a_day_to_come_is_the_same_when_it_is_named_again() -> None:
    found = dates_in("오는 18일부터 배가 뜬다. 18일부터 뜨는 배는 열 척이다.", "ko", _day(PUBLISHED))
    assert [each.date.edtf for each in found] == ["2022-05-18/..", "2022-05-18/.."]


def test_the_day_before_is_yesterday_in_a_paragraph_without_another_day() -> None:
    found = dates_in(
        "9일 배가 떴다.\n\n전날 띄운 배는 두 척이다. 3일에도 떴다. 전날에는 없었다.", "ko", _day(PUBLISHED)
    )
    assert [each.date.edtf for each in found] == ["2022-05-09", "2022-05-12", "2022-05-03", "2022-05-02"]


def test_a_year_to_come_is_a_term() -> None:
    (found,) = dates_in("오는 2030년까지 배를 늘린다고 한다.", "ko", _day(PUBLISHED))
    assert (found.passage.text, found.date.edtf) == ("오는 2030년까지", "../2030-12-31")


def test_a_newspaper_that_cites_a_source_printed_that_on_the_day_before_its_name() -> None:
    (found,) = dates_in("3일 들판신문은 한 소식통을 인용해 “소금이 귀하다”고 전했다.", "ko", _day(PUBLISHED))
    assert (found.kind, found.date.edtf) == ("event", "2022-05-03")


def test_a_source_that_met_the_writer_spoke_on_that_day() -> None:
    (found,) = dates_in("만포 소식통은 3일 단둥에서 기자를 만나 “소금이 귀하다”고 전했다.", "ko", _day(PUBLISHED))
    assert (found.kind, found.date.edtf) == ("contact", "")


def test_weeks_before_a_price_count_from_the_day_of_the_later_one() -> None:
    found = dates_in("지난 10일 소금값은 2주 전 조사 때보다 올랐다.", "ko", _day(PUBLISHED))
    assert [each.date.edtf for each in found] == ["2022-05-10", "2022-04-26~"]


def test_a_feast_to_come_is_on_the_day_that_brackets_give() -> None:
    found = dates_in("국제아동절(6월 1일)을 앞두고 쌀을 나눠주었다.", "ko", _day(PUBLISHED))
    assert [each.date.edtf for each in found] == ["2022-06-01", "2022-06-01"]
