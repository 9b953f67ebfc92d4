package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Subject;

/** Lists as HR keeps them, each with its traps; all people are fictional. */
class TrackersTest {
    @TempDir
    Path folder;

    private static List<String> columns(MappingPreview.TablePreview table) {
        return table.columns().stream()
                .map(column -> column.column() + "="
                        + (column.round() == null ? "" : column.round() + ":")
                        + (column.fields().isEmpty() ? "?" : column.fields().get(0)))
                .toList();
    }

    @Test
    void reads_rounds_below_a_merged_header_from_single_cells() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("面试登记")
                .row("远图集团2025年10月面试登记表")
                .row("填表说明:红色为已入职,请勿外传")
                .row("序号", "姓名", "联系方式", "应聘岗位", "面试情况", null, null, "最终结果", "未录取原因", "期望薪资")
                .row(null, null, null, null, "一面", "二面", "终面", null, null, null)
                .merge("A3:A4")
                .merge("E3:G3")
                .row(
                        1,
                        "王建国先生",
                        "138 0000 1234",
                        "高级生产经理",
                        "10.15 周卫国 通过",
                        "10月20日 刘洋 通过 带人稳",
                        "通过",
                        "未录用",
                        "岗位冻结",
                        "35K")
                .row(
                        2,
                        "李娜",
                        "13800001235\n13900001235",
                        "会计",
                        "2025/10/16下午3点 王芳 未通过 资历浅",
                        "/",
                        null,
                        null,
                        null,
                        "面议")
                .row(3, "赵敏、孙丽", "13700000001", "出纳", "通过", null, null, null, null, null)
                .row("合计", "3人")
                .row("制表人:王芳", null, null, "审批:")
                .write(folder, "log.xlsx"));

        assertThat(told.stored()).containsExactly("0:5", "0:6");
        assertThat(told.notStored())
                .containsExactly("0:1 TITLE", "0:2 TITLE", "0:7 TWO_PEOPLE", "0:8 SUM", "0:9 SIGNATURE");
        assertThat(told.facts(5))
                .contains(
                        "B PersonName[text=王建国]",
                        "C Contact[kind=PHONE, value=+8613800001234]",
                        "E Interview[date=2025-10-15, post=高级生产经理, interviewer=周卫国, round=一面, result=通过]",
                        "F Interview[date=2025-10-20, post=高级生产经理, interviewer=刘洋, round=二面, result=通过]",
                        "G Interview[post=高级生产经理, round=终面, result=通过]",
                        "I NotHired[code=HEADCOUNT_FROZEN, text=岗位冻结, date=2025-10-20, post=高级生产经理]",
                        "J SalaryStatement[kind=EXPECTED, pay=Pay[minMonthly=35000, maxMonthly=35000, currency=CNY, months=12.0], date=2025-10-20]");
        assertThat(told.facts(5)).anyMatch(fact -> fact.startsWith("F Opinion[role=INTERVIEWER, by=刘洋"));
        assertThat(told.facts(6))
                .contains(
                        "C Contact[kind=PHONE, value=+8613800001235]",
                        "C Contact[kind=PHONE, value=+8613900001235]",
                        "E Interview[date=2025-10-16, post=会计, interviewer=王芳, round=一面, result=未通过]")
                .anyMatch(fact -> fact.startsWith("E NotHired[code=LEVEL"))
                .noneMatch(fact -> fact.startsWith("J SalaryStatement"));
        assertThat(told.sentence("TWO_PEOPLE")).contains("cell B7");
        MappingPreview.TablePreview table = told.preview().tables().get(0);
        assertThat(table.headerRow()).isEqualTo(4);
        assertThat(table.headerRows()).isEqualTo(2);
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.rejected()).isEqualTo(1);
        assertThat(table.skipped()).extracting(MappingPreview.Skipped::code).containsExactly("SUM", "SIGNATURE");
    }

    @Test
    void reads_rounds_that_have_columns_of_their_own() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("Sheet1")
                .row("候选人", "手机", "职位", "初试", null, null, null, "复试", null, null, null, "录用结论")
                .row(null, null, null, "日期", "面试官", "结果", "评价", "日期", "面试官", "结果", "评价", null)
                .row(
                        "张伟",
                        13800001234.0,
                        "测试工程师",
                        LocalDate.of(2025, 9, 1),
                        "王芳",
                        "通过",
                        "思路清晰",
                        LocalDate.of(2025, 9, 8),
                        "刘洋",
                        "未通过",
                        "缺乏自动化经验",
                        null)
                .row(
                        "陈晓",
                        "13800004321",
                        "测试工程师",
                        LocalDate.of(2025, 9, 2),
                        "王芳",
                        "爽约",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "不录用")
                .row("候选人", "手机", "职位", "初试", null, null, null, "复试", null, null, null, "录用结论")
                .row(null, null, null, "日期", "面试官", "结果", "评价", "日期", "面试官", "结果", "评价", null)
                .row(
                        "周杰",
                        "13700000002",
                        "会计",
                        LocalDate.of(2025, 9, 3),
                        "王芳",
                        "通过",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "已入职")
                .write(folder, "rounds.xlsx"));

        assertThat(told.stored()).containsExactly("0:3", "0:4", "0:7");
        assertThat(told.notStored()).isEmpty();
        assertThat(told.facts(3))
                .contains(
                        "B Contact[kind=PHONE, value=+8613800001234]",
                        "D Interview[date=2025-09-01, post=测试工程师, interviewer=王芳, round=初试, result=通过]",
                        "H Interview[date=2025-09-08, post=测试工程师, interviewer=刘洋, round=复试, result=未通过]")
                .anyMatch(fact -> fact.startsWith("G Opinion[role=INTERVIEWER, by=王芳, text=思路清晰"))
                .anyMatch(fact -> fact.startsWith("K NotHired[code=EXPERIENCE_GAP, detail=自动化"));
        assertThat(told.facts(4)).noneMatch(fact -> fact.contains("Interview["));
        assertThat(told.facts(7)).anyMatch(fact -> fact.startsWith("L Outcome[kind=JOINED"));
        assertThat(told.preview().tables()).hasSize(1);
    }

    @Test
    void reads_a_talent_pool_with_composite_cells_and_a_column_without_header() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("人才库")
                .row("编号", "姓名/电话", "学校/专业", "学历", "工作年限", "目前", null, null, null, "紧急联系人电话")
                .row(null, null, null, null, null, "公司", "职位", "薪资", null, null)
                .row(
                        "A001",
                        "张三 13800001234",
                        "浙江大学/机械工程",
                        "本科",
                        "八年",
                        "远图科技",
                        "生产经理",
                        "18-25k*14薪",
                        "zhang@example.com",
                        "13911112222")
                .row(
                        "A002",
                        "李四(Lily)\n13900001234",
                        "复旦大学",
                        "硕士",
                        "5年以上",
                        "链石科技",
                        "产品经理",
                        "年薪30万",
                        "li@example.com",
                        null)
                .row(
                        "A003",
                        "Dr. Chan Tai-man / +852 9123 4567",
                        "HKU/CS",
                        "PhD",
                        "12",
                        "Acme Ltd.",
                        "Architect",
                        "HKD 60,000",
                        "chan@example.com",
                        null)
                .row(
                        "A003",
                        "Dr. Chan Tai-man / +852 9123 4567",
                        "HKU/CS",
                        "PhD",
                        "12",
                        "Acme Ltd.",
                        "Architect",
                        "HKD 60,000",
                        "chan@example.com",
                        null)
                .hiddenSheet("下拉选项")
                .row("通过", "不通过")
                .write(folder, "pool.xlsx"));

        assertThat(told.stored()).containsExactly("0:3", "0:4", "0:5");
        assertThat(told.notStored()).containsExactly("0:6 MERGED", "1:2 HIDDEN_SHEET");
        assertThat(told.facts(3))
                .containsExactly(
                        "B PersonName[text=张三]",
                        "B Contact[kind=PHONE, value=+8613800001234]",
                        "I Contact[kind=MAIL, value=zhang@example.com]",
                        "H SalaryStatement[kind=CURRENT, pay=Pay[minMonthly=18000, maxMonthly=25000, currency=CNY, months=14.0]]",
                        "E YearsOfExperience[years=8.0]",
                        "C Education[school=浙江大学, degree=本科, major=机械工程]",
                        "F Employment[company=远图科技, title=生产经理, current=true]");
        assertThat(told.facts(4)).contains("B PersonName[text=李四]", "B PersonName[text=Lily]");
        assertThat(told.facts(5))
                .contains("B PersonName[text=Chan Tai-man]", "B Contact[kind=PHONE, value=+85291234567]");
        assertThat(told.preview().tables().get(0).repeated()).isEqualTo(1);
    }

    @Test
    void reads_several_tables_below_each_other() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("汇总")
                .row("一、招聘需求")
                .row("岗位编号", "岗位名称", "部门", "薪资范围", "任职要求", "状态")
                .row("YT-1", "高级生产经理", "制造中心", "30-45K", "精益生产;大型团队管理", "招聘中")
                .row("YT-2", "会计", "财务", "10-15K", "CPA", "已招满")
                .gap(1)
                .row("二、候选人名单")
                .row("姓名", "手机", "应聘岗位", "学历")
                .row("张三", "13800001234", "会计", "本科")
                .gap(2)
                .row("三、沟通记录")
                .row("日期", "候选人", "渠道", "内容", "候选人反馈")
                .row(LocalDate.of(2025, 10, 20), "张三", "电话", "邀请面试", "愿意沟通")
                .row("上周三", "李四", "微信", "询问意向", "需要考虑一周")
                .write(folder, "all.xlsx"));

        assertThat(told.preview().tables())
                .extracting(MappingPreview.TablePreview::kind)
                .containsExactly(SheetKind.OPENINGS, SheetKind.CANDIDATES, SheetKind.COMMUNICATIONS);
        assertThat(told.notStored()).containsExactly("0:1 TITLE", "0:6 SECTION", "0:11 SECTION");
        assertThat(told.stored()).containsExactly("0:3", "0:4", "0:8", "0:13", "0:14");
        assertThat(told.facts(3))
                .singleElement()
                .asString()
                .contains("id=YT-1", "mustHaves=[精益生产, 大型团队管理]", "status=OPEN", "minMonthly=30000, maxMonthly=45000");
        assertThat(told.facts(8)).contains("A PersonName[text=张三]", "D Education[school=, degree=本科]");
        assertThat(told.facts(13)).anyMatch(fact -> fact.startsWith("D Communication[date=2025-10-20, channel=PHONE"));
        assertThat(told.facts(14))
                .anyMatch(fact -> fact.startsWith("D Communication[date=2025-10-22, channel=MESSAGE"));
    }

    @Test
    void gives_rows_what_cells_merged_over_them_say() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("面试记录")
                .row("岗位", "姓名", "手机", "轮次", "面试时间", "面试官", "面试评价", "结果")
                .row("会计", "张三", "13800001234", "一面", "2025-10-08", "王芳", "基础扎实", "通过")
                .row(null, null, null, "二面", "2025-10-15", "刘洋", "经验不足", "不通过")
                .row(null, "李四", "13900001234", "一面", "2025-10-09", "王芳", null, "通过")
                .hideLastRow()
                .row("出纳", "王五", "13700001234", "一面", "2025-10-10", "王芳", null, "通过")
                .merge("A2:A4")
                .merge("B2:B3")
                .merge("C2:C3")
                .write(folder, "merged.xlsx"));

        assertThat(told.stored()).containsExactly("0:2", "0:3", "0:4", "0:5");
        assertThat(told.facts(3))
                .contains(
                        "B PersonName[text=张三]",
                        "C Contact[kind=PHONE, value=+8613800001234]",
                        "E Interview[date=2025-10-15, post=会计, interviewer=刘洋, round=二面, result=不通过]");
        assertThat(told.facts(4)).contains("A Application[post=会计]");
        assertThat(told.facts(5)).contains("A Application[post=出纳]");
        assertThat(told.preview().tables().get(0).hiddenRows()).isEqualTo(1);
    }

    @Test
    void reads_tables_side_by_side() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("本周")
                .row("本周面试", null, null, null, null, "本周推荐")
                .row("姓名", "手机", "面试时间", "结果", null, "姓名", "手机", "应聘岗位", "学历")
                .row("张三", "13800001234", LocalDate.of(2025, 10, 20), "通过", null, "李四", "13900001234", "会计", "本科")
                .row("王五", "13800001235", LocalDate.of(2025, 10, 21), "不通过", null, null, null, null, null)
                .row(null, null, null, null, null, "赵六", "13900001236", "出纳", "大专")
                .write(folder, "week.xlsx"));

        assertThat(told.preview().tables()).hasSize(2);
        assertThat(told.stored()).containsExactly("0:3", "0:3", "0:4", "0:5");
        assertThat(told.facts(3))
                .contains(
                        "A PersonName[text=张三]",
                        "C Interview[date=2025-10-20, result=通过]",
                        "F PersonName[text=李四]",
                        "H Application[post=会计]");
        assertThat(told.facts(5)).contains("F PersonName[text=赵六]");
    }

    @Test
    void takes_the_year_from_the_sheet_and_formulas_by_their_value() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("2024年")
                .row("姓名", "手机", "面试日期", "面试官", "结果", "期望薪资(K)", "备注")
                .row("— 三月 —")
                .row("张三", "13800001234", "3月15日", "王芳", "未通过", "=9*2", "去年10月也来过")
                .row("李四", "13900001234", "12/30", "王芳", "=1/0", 20, null)
                .row("=\"王\"&\"五\"", "13900001235", "去年10月", "王芳", "通过", "15~18", null)
                .row("=cmd|' /C calc'!A0".substring(1), "13900001236", "4月1日", "王芳", "通过", null, null)
                .hideLastRow()
                .write(folder, "years.xlsx"));

        assertThat(told.notStored()).containsExactly("0:2 SECTION");
        assertThat(told.facts(3))
                .contains("C Interview[date=2024-03-15, interviewer=王芳, result=未通过]")
                .anyMatch(fact -> fact.startsWith("F SalaryStatement[kind=EXPECTED, pay=Pay[minMonthly=18000"));
        assertThat(told.facts(4)).contains("C Interview[date=2024-12-30, interviewer=王芳]");
        assertThat(told.facts(5))
                .contains("A PersonName[text=王五]", "C Interview[date=2023-10, interviewer=王芳, result=通过]");
        assertThat(told.facts(6)).contains("A PersonName[text=cmd|' /C calc'!A0]");
    }

    @Test
    void reads_a_tracker_in_traditional_chinese_and_english() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("應徵者")
                .row(
                        "應徵者 Applicant",
                        "聯絡電話 Tel",
                        "電郵 Email",
                        "應徵職位 Position",
                        "面試日期 Interview Date",
                        "面試官 Interviewer",
                        "評語 Comments",
                        "結果 Result",
                        "期望薪金(HKD)",
                        "備註")
                .row(
                        "陳大文",
                        "9123 4567",
                        "tm.chan@example.com",
                        "軟件工程師",
                        "8/10/2025",
                        "Peter Lam",
                        "表現不錯",
                        "不予錄用",
                        "45,000",
                        "薪金超出預算")
                .row(
                        "Ms. Wong Siu-ming",
                        "+852 6123 4567",
                        "sm.wong@example.com",
                        "會計主任",
                        "2025年10月9日",
                        "Peter Lam",
                        null,
                        "錄用",
                        "HK$38K",
                        null)
                .write(folder, "hk.xlsx"));

        assertThat(told.preview().tables().get(0).kind()).isEqualTo(SheetKind.INTERVIEWS);
        assertThat(told.stored()).containsExactly("0:2", "0:3");
        assertThat(told.facts(2))
                .contains("A PersonName[text=陳大文]", "C Contact[kind=MAIL, value=tm.chan@example.com]")
                .anyMatch(fact -> fact.startsWith(
                        "I SalaryStatement[kind=EXPECTED, pay=Pay[minMonthly=45000, maxMonthly=45000, currency=HKD"))
                .anyMatch(fact -> fact.startsWith("J NotHired[code=SALARY"));
        assertThat(told.facts(3))
                .contains(
                        "A PersonName[text=Wong Siu-ming]",
                        "B Contact[kind=PHONE, value=+85261234567]",
                        "E Interview[date=2025-10-09, post=會計主任, interviewer=Peter Lam, result=錄用]");
    }

    @Test
    void reads_misspelt_english_headers_of_a_workbook_that_counts_from_1904() throws Exception {
        Tracker tracker = new Tracker();
        tracker.workbook().getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        Tracker.Told told = Tracker.read(tracker.sheet("Pipeline")
                .row(
                        "Canidate Name",
                        "E-mail Adress",
                        "Phone Number",
                        "Positon Applied",
                        "1st Interview Date",
                        "1st Interviewer",
                        "1st Interview Result",
                        "2nd Interview Date",
                        "2nd Interview Result",
                        "Reason for Rejection",
                        "Expcted Salary")
                .row(
                        "Jane Doe",
                        "jane.doe@example.com",
                        "(415) 555-2671",
                        "Staff Engineer",
                        44000,
                        "John Smith",
                        "passed",
                        44010,
                        "rejected",
                        "Salary above budget",
                        "$120k/year")
                .row(
                        "Wang Jianguo",
                        "wang@example.com",
                        "+86 138 0000 1234",
                        "Analyst",
                        "12 Oct 2024",
                        "John Smith",
                        "no show",
                        null,
                        null,
                        null,
                        "25K")
                .write(folder, "en.xlsx"));

        assertThat(columns(told.preview().tables().get(0)))
                .containsExactly(
                        "A=NAME",
                        "B=MAIL",
                        "C=PHONE",
                        "D=POST",
                        "E=1st Interview:INTERVIEW_DATE",
                        "F=1st Interview:INTERVIEWER",
                        "G=1st Interview:RESULT",
                        "H=2nd Interview:INTERVIEW_DATE",
                        "I=2nd Interview:RESULT",
                        "J=REASON",
                        "K=EXPECTED_PAY");
        assertThat(told.facts(2))
                .contains("C Contact[kind=PHONE, value=+14155552671]")
                .anyMatch(fact -> fact.startsWith("E Interview[date=2024-06-19, post=Staff Engineer"))
                .anyMatch(fact -> fact.startsWith("J NotHired[code=SALARY"));
    }

    @Test
    void keeps_those_who_must_not_be_contacted_without_making_them_candidates() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("请勿联系名单")
                .row("姓名", "手机", "邮箱", "列入日期", "原因", "登记人")
                .row("曹允", "13400004444", null, LocalDate.of(2025, 3, 1), "本人要求不再联系", "李娜")
                .row(null, null, "optout@example.com", "2025年5月", "退订", "李娜")
                .row(null, null, null, LocalDate.of(2025, 5, 1), "没有写是谁", "李娜")
                .write(folder, "dnc.xlsx"));

        assertThat(told.preview().tables().get(0).kind()).isEqualTo(SheetKind.DO_NOT_CONTACT);
        assertThat(told.stored()).containsExactly("0:2", "0:3");
        assertThat(told.lines().get(0).reading().subject()).isEqualTo(Subject.MENTION);
        assertThat(told.facts(2))
                .containsExactly(
                        "A PersonName[text=曹允]",
                        "B Contact[kind=PHONE, value=+8613400004444]",
                        "E ContactPreference[mayContact=false, text=本人要求不再联系, date=2025-03-01]");
        assertThat(told.facts(3)).contains("E ContactPreference[mayContact=false, text=退订, date=2025-05]");
        assertThat(told.notStored()).containsExactly("0:4 NO_NAME");
    }

    @Test
    void reads_linkedin_connections_as_news_of_people_we_may_know() throws Exception {
        Path file = folder.resolve("Connections_2025-10-20.csv");
        Files.writeString(file, """
                Notes:
                "When exporting your connection data, you may notice that some of the email addresses are missing."

                First Name,Last Name,URL,Email Address,Company,Position,Connected On
                Jane,Doe,https://www.linkedin.com/in/jane-doe,,Acme Ltd.,Staff Engineer,12 Oct 2019
                建国,王,https://www.linkedin.com/in/wang-jianguo,wang@example.com,远图科技,生产总监,01 Mar 2021
                No,Employer,https://www.linkedin.com/in/no-employer,,,,02 Mar 2021
                """, StandardCharsets.UTF_8);
        Tracker.Told told = Tracker.read(file);

        assertThat(told.preview().tables().get(0).kind()).isEqualTo(SheetKind.CONNECTIONS);
        assertThat(told.notStored()).containsExactly("0:1 TITLE", "0:2 TITLE", "0:7 NO_EMPLOYER");
        assertThat(told.facts(5))
                .containsExactly(
                        "A PersonName[text=Jane Doe]",
                        "C Contact[kind=PROFILE, value=https://linkedin.com/in/jane-doe]",
                        "E CareerUpdate[kind=NEW_JOB, company=Acme Ltd., title=Staff Engineer, text=Staff Engineer, Acme Ltd., url=https://linkedin.com/in/jane-doe]");
        assertThat(told.facts(6)).contains("A PersonName[text=王建国]");
        Reading first = told.lines().get(2).reading();
        assertThat(first.subject()).isEqualTo(Subject.MENTION);
        assertThat(first.record().saidAt()).hasToString("2025-10-19T16:00:00Z");
    }

    @Test
    void reads_updates_outcomes_and_whether_people_may_be_contacted() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("职业动态")
                .row("姓名", "手机", "日期", "动态类型", "新公司", "新职位", "内容", "链接")
                .row("张三", "13800001234", "2025年3月", "跳槽", "链石科技", "风控主管", "加入链石科技", "https://example.com/n/1")
                .row("李四", "13800001235", "去年10月", "晋升", "远图科技", "总监", null, null)
                .row("王五", "13800001236", "2025.5", null, null, null, "近况良好", null)
                .sheet("录用结果")
                .row("姓名", "电话", "岗位编号", "结果", "入职日期", "未入职原因")
                .row("张三", "13800001234", "YT-1", "已入职", LocalDate.of(2025, 6, 1), null)
                .row("李四", "13800001235", "YT-2", "候选人拒offer", null, "薪资低于期望")
                .sheet("候选人")
                .row("姓名", "电话", "邮箱", "是否可联系", "城市")
                .row("赵六", "13800001237", "zhao@example.com", "否", "苏州")
                .row("钱七", "13800001238", "qian@example.com", "可以", "无锡")
                .write(folder, "mixed.xlsx"));

        assertThat(told.facts(0, 2))
                .contains(
                        "G CareerUpdate[kind=NEW_JOB, date=2025-03, company=链石科技, title=风控主管, text=加入链石科技, url=https://example.com/n/1]");
        assertThat(told.facts(0, 3)).anyMatch(fact -> fact.contains("CareerUpdate[kind=PROMOTION, date=2024-10"));
        assertThat(told.facts(1, 2)).contains("D Outcome[kind=JOINED, date=2025-06-01, openingId=YT-1]");
        assertThat(told.facts(1, 3)).contains("D Outcome[kind=DECLINED, openingId=YT-2, reason=薪资低于期望]");
        assertThat(told.facts(2, 2)).anyMatch(fact -> fact.startsWith("D ContactPreference[mayContact=false"));
        assertThat(told.notStored()).containsExactly("0:4 NO_KIND");
    }

    @Test
    void asks_for_a_mapping_instead_of_guessing() throws Exception {
        Path file = new Tracker()
                .sheet("名单")
                .row("人员", "号码", "岗位", "学历")
                .row("张三", "13800001234", "会计", "本科")
                .row("李四", "13900001234", "出纳", "大专")
                .row("王五", "13700001234", "出纳", "大专")
                .row("赵六", "13600001234", "会计", "本科")
                .write(folder, "unsure.xlsx");
        Tracker.Told told = Tracker.read(file);

        assertThat(told.notStored()).containsExactly("0:1 UNSURE_MAPPING");
        assertThat(told.sentence("UNSURE_MAPPING"))
                .contains(
                        "sheet 名单 of unsure.xlsx",
                        "A 人员 → name (60 %)",
                        "B 号码 → phone",
                        "sheets: [{sheet: 名单, kind: candidates, columns: {name: [人员]");
        assertThat(told.preview().tables().get(0).read()).isFalse();

        SheetMapping given = new SheetMapping("名单", SheetKind.CANDIDATES, Map.of(Field.NAME, List.of("人员")), null);
        Tracker.Told read = Tracker.read(file, given);
        assertThat(read.stored()).containsExactly("0:2", "0:3", "0:4", "0:5");
        assertThat(read.facts(2)).contains("A PersonName[text=张三]", "B Contact[kind=PHONE, value=+8613800001234]");
    }

    @Test
    void reads_a_table_without_headers_once_its_columns_are_given() throws Exception {
        Path file = new Tracker()
                .sheet("导出")
                .row("张三", "13800001234", "zhang@example.com", "苏州")
                .row("李四", "13900001234", "li@example.com", "无锡")
                .row("王五", "13700001234", "wang@example.com", "常州")
                .write(folder, "bare.xlsx");
        Tracker.Told told = Tracker.read(file);
        assertThat(told.notStored()).containsExactly("0:0 NO_HEADERS");
        assertThat(told.sentence("NO_HEADERS")).contains("header-row: 0", "name: [A]", "phone: [B]", "mail: [C]");

        SheetMapping given = new SheetMapping(
                "导出",
                SheetKind.CANDIDATES,
                Map.of(Field.NAME, List.of("A"), Field.PHONE, List.of("b"), Field.CITY, List.of("D")),
                0);
        Tracker.Told read = Tracker.read(file, given);
        assertThat(read.stored()).containsExactly("0:1", "0:2", "0:3");
        assertThat(read.facts(1)).contains("A PersonName[text=张三]", "D Residence[city=苏州]");
    }

    @Test
    void leaves_the_programs_own_workbooks_to_their_readers() throws Exception {
        Path file = new Tracker()
                .sheet("问题")
                .row("姓名", "手机", "未录取原因", "答案")
                .row("张三", "13800001234", null, "薪资")
                .hiddenSheet("_talent_recall_review")
                .row("_talent_recall_review", "1")
                .write(folder, "review.xlsx");
        Tracker.Told unread = Tracker.read(file);
        assertThat(unread.notStored()).containsExactly("0:0 OWN_WORKBOOK");
        assertThat(unread.preview().tables()).isEmpty();

        OwnWorkbook.Reader reader = new OwnWorkbook.Reader() {
            @Override
            public String kind() {
                return "review";
            }

            @Override
            public OwnWorkbook.Rows begin(WorkbookPlace place, OwnWorkbook.Sent sent) {
                return row -> List.of(Reading.suppressed(place.record("#" + row.sheet() + row.number()), "SEEN"));
            }
        };
        assertThat(Tracker.read(file, List.of(reader)).notStored()).containsExactly("0:1 SEEN", "0:2 SEEN", "1:1 SEEN");
    }

    @Test
    void reads_or_rejects_what_is_no_list() throws Exception {
        Tracker charts = new Tracker();
        charts.workbook().createSheet("空表");
        Tracker.Told empty = Tracker.read(charts.write(folder, "charts.xlsx"));
        assertThat(empty.notStored()).containsExactly("0:0 NO_ROWS");

        Tracker.Told headers =
                Tracker.read(new Tracker().sheet("候选人").row("姓名", "手机", "城市").write(folder, "header.xlsx"));
        assertThat(headers.notStored()).containsExactly("0:2 EMPTY_TABLE");

        Tracker wide = new Tracker().sheet("宽表").row("姓名", "手机", "城市");
        wide.current().getRow(0).createCell(16_383).setCellValue("邮箱");
        wide.row("张三", "13800001234", "苏州");
        wide.current().getRow(1).createCell(16_383).setCellValue("zhang@example.com");
        assertThat(Tracker.read(wide.write(folder, "wide.xlsx")).facts(2))
                .contains("XFD Contact[kind=MAIL, value=zhang@example.com]");

        String longest = "长".repeat(32_767);
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("候选人")
                .row("姓名", "手机", "备注", "城市")
                .row("张三", "13800001234", longest, longest)
                .row("李四", "13900001234", null, "苏州")
                .row("王五", "13700001234", null, "苏州")
                .row(longest, "13800001235", null, "苏州")
                .row(longest, null, null, "苏州")
                .write(folder, "long.xlsx"));
        assertThat(told.stored()).containsExactly("0:2", "0:3", "0:4");
        assertThat(told.facts(2)).noneMatch(fact -> fact.contains("Residence"));
        assertThat(told.notStored()).containsExactly("0:5 BAD_NAME", "0:6 BAD_NAME");
        assertThat(told.sentence("BAD_NAME")).contains("cell A5").hasSizeLessThan(300);
    }

    @Test
    void takes_the_reason_from_the_words_that_give_it() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("2025年")
                .row("姓名", "手机", "应聘岗位", "面试日期", "面试评价", "结果", "备注")
                .row("周文静", "13800007101", "会计", "3.5", "细心", "未通过", "薪资不符")
                .row("钱多多", "13800007102", "出纳", "3.15", "可以", "通过未入职", "已接受其他公司offer")
                .row("贺知秋", "13800007103", "后端", "10.20", "缺少区块链经验", "不合适", null)
                .row("孙立", "13800007104", "后端", "10.21", "很好", "通过", "编制冻结，明年再联系")
                .row("顾小满", "13800007105", "后端", "10.22", "很好", "通过", "薪资要求较高，待谈")
                .row("陈溪", "13800007106", "同上", "同上", "缺少区块链经验", "通过", null)
                .write(folder, "log.xlsx"));

        assertThat(told.facts(2)).contains("G NotHired[code=SALARY, text=薪资不符, date=2025-03-05, post=会计]");
        assertThat(told.facts(3))
                .anySatisfy(fact -> assertThat(fact)
                        .startsWith("G NotHired[code=COMPETING_OFFER")
                        .contains("2025-03-15"));
        assertThat(told.facts(4))
                .anySatisfy(fact -> assertThat(fact).startsWith("E NotHired[code=EXPERIENCE_GAP, detail=区块链"));
        assertThat(told.facts(5)).anySatisfy(fact -> assertThat(fact).startsWith("G NotHired[code=HEADCOUNT_FROZEN"));
        assertThat(told.facts(6)).noneMatch(fact -> fact.contains("NotHired"));
        assertThat(told.facts(7))
                .contains("C Application[post=后端]")
                .anyMatch(fact -> fact.contains("Interview[date=2025-10-22, post=后端"))
                .noneMatch(fact -> fact.contains("NotHired"));
    }

    @Test
    void an_english_verdict_is_ours_and_its_reason_stands_behind_it() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("Pipeline")
                .row("Candidate Name", "Mobile", "Position Applied", "Interview Date", "Status", "Reason", "Notes")
                .row(
                        "Wei Chen",
                        "13800007101",
                        "Engineer",
                        LocalDate.of(2025, 5, 4),
                        "Rejected - headcount frozen",
                        null,
                        null)
                .row("Maria Garcia", "13800007102", "Designer", LocalDate.of(2025, 5, 5), "On hold", null, null)
                .row("Tom Baker", "13800007103", "Designer", LocalDate.of(2025, 5, 6), "Rejected our offer", null, null)
                .row(
                        "Ann Lee",
                        "13800007104",
                        "Designer",
                        LocalDate.of(2025, 5, 7),
                        "Rejected",
                        null,
                        "asked 35k, above our budget")
                .write(folder, "pipeline.xlsx"));

        assertThat(told.facts(2))
                .filteredOn(fact -> fact.contains("NotHired"))
                .singleElement()
                .asString()
                .contains("HEADCOUNT_FROZEN");
        assertThat(told.facts(3))
                .filteredOn(fact -> fact.contains("NotHired"))
                .singleElement()
                .asString()
                .contains("UNKNOWN");
        assertThat(told.facts(4))
                .filteredOn(fact -> fact.contains("NotHired"))
                .singleElement()
                .asString()
                .contains("CANDIDATE_DECLINED");
        assertThat(told.facts(5))
                .filteredOn(fact -> fact.contains("NotHired"))
                .singleElement()
                .asString()
                .contains("SALARY");
    }

    @Test
    void marks_of_repetition_say_what_the_row_above_says() throws Exception {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("面试记录")
                .row("姓名", "手机", "应聘岗位", "面试日期", "面试官", "结果", "原因")
                .row("周文静", "13800007101", "产品经理", LocalDate.of(2025, 3, 5), "李工", "未录用", "期望35k，预算25k")
                .row("贺知秋", "13800007102", "同上", "〃", "同上", "同上", "B端经验不足")
                .row("陈溪", "13800007103", "同上", "同上", "王工", "同上", "同上")
                .write(folder, "log.xlsx"));

        assertThat(told.facts(2)).anySatisfy(fact -> assertThat(fact).contains("NotHired[code=SALARY"));
        assertThat(told.facts(3))
                .contains(
                        "C Application[post=产品经理]",
                        "D Interview[date=2025-03-05, post=产品经理, interviewer=李工, result=未录用]");
        assertThat(told.facts(4))
                .contains("D Interview[date=2025-03-05, post=产品经理, interviewer=王工, result=未录用]")
                .anySatisfy(fact -> assertThat(fact).contains("EXPERIENCE_GAP", "B端"));
    }
}
