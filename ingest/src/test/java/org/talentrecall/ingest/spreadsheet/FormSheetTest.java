package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormSheetTest {
    @TempDir
    private Path folder;

    private static Tracker form() {
        return new Tracker()
                .sheet("登记表")
                .row("应聘人员登记表")
                .row("姓名", "何晓舟", "性别", "男", "出生年月", "1990.5")
                .row("手机", "13800001234", "邮箱", "hexiaozhou@example.com", "现居城市", "杭州")
                .row("应聘岗位", "测试主管", "期望月薪", "20K", "到岗时间", "一个月")
                .row("教育经历")
                .row("学校", "专业", "学历", "起止时间")
                .row("浙江大学", "软件工程", "本科", "2008.9-2012.6")
                .row("工作经历")
                .row("公司", "职位", "起止时间", "离职原因")
                .row("示例科技有限公司", "测试工程师", "2012.7-2018.3", "发展")
                .row("样例网络有限公司", "测试主管", "2018.4-至今");
    }

    @Test
    void a_registration_form_is_one_person_and_no_table_of_openings() throws IOException {
        Tracker.Told told = Tracker.read(form().write(folder, "登记表.xlsx"));

        assertThat(told.notStored()).isEmpty();
        assertThat(told.stored()).containsExactly("0:11");
        assertThat(told.facts(11))
                .contains(
                        "A PersonName[text=何晓舟]",
                        "A Contact[kind=PHONE, value=+8613800001234]",
                        "A Contact[kind=MAIL, value=hexiaozhou@example.com]",
                        "A Residence[city=杭州]",
                        "A Application[post=测试主管]",
                        "A Education[school=浙江大学, degree=本科, major=软件工程, from=2008-09, to=2012-06]")
                .anySatisfy(fact -> assertThat(fact).contains("Employment[company=示例科技有限公司, title=测试工程师"))
                .anySatisfy(fact -> assertThat(fact).contains("Employment[company=样例网络有限公司, title=测试主管"));
        assertThat(told.preview().elsewhere()).containsExactly(new MappingPreview.Skipped("登记表", 0, "FORM"));
    }

    @Test
    void labels_and_values_may_share_a_cell() throws IOException {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("Sheet1")
                .row("姓名：何晓舟", "性别：女")
                .row("电话：13800001234", "邮箱：hexiaozhou@example.com")
                .row("毕业院校：浙江大学", "学历：本科", "专业：会计学")
                .write(folder, "简历.xlsx"));

        assertThat(told.facts(3)).contains("A PersonName[text=何晓舟]", "A Contact[kind=PHONE, value=+8613800001234]");
    }

    @Test
    void each_sheet_may_hold_another_form_or_a_table() throws IOException {
        Tracker.Told told = Tracker.read(form().sheet("名单")
                .row("姓名", "手机", "应聘岗位", "备注")
                .row("顾小满", "13800007101", "测试工程师", "面试官李工")
                .write(folder, "两张.xlsx"));

        assertThat(told.stored()).containsExactly("0:11", "1:2");
        assertThat(told.facts(1, 2)).contains("A PersonName[text=顾小满]");
    }

    @Test
    void a_table_whose_first_rows_look_like_labels_stays_a_table() throws IOException {
        Tracker.Told told = Tracker.read(new Tracker()
                .sheet("面试")
                .row("部门", "研发部", "面试官", "李工")
                .row("姓名", "手机", "应聘岗位", "结果")
                .row("顾小满", "13800007101", "测试工程师", "未通过")
                .row("贺知秋", "13800007102", "测试工程师", "待定")
                .write(folder, "面试.xlsx"));

        assertThat(told.facts(3)).contains("A PersonName[text=顾小满]");
        assertThat(told.facts(4)).contains("A PersonName[text=贺知秋]");
    }
}
