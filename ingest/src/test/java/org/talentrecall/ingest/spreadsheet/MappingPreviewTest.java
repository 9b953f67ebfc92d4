package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.notes.RejectionClassifier;

class MappingPreviewTest {
    @TempDir
    Path folder;

    private static List<SheetMapping> bound(String yaml) throws Exception {
        var source = new YamlPropertySourceLoader()
                .load("settings", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .get(0);
        return new Binder(ConfigurationPropertySource.from(source))
                .bind("sheets", Bindable.listOf(SheetMapping.class))
                .get();
    }

    @Test
    void gives_settings_that_read_the_same() throws Exception {
        Path file = new Tracker()
                .sheet("面试 - 2025 #1")
                .row("姓名", "手机/电邮", "期望薪资（K）", "一面结果", "面试官\n评价", "no", "是否可联系")
                .row("张三", "13800001234", 18, "通过", "思路清晰", 1, "是")
                .row("李四", "13900001234", 20, "不通过", "经验不足", 2, "否")
                .write(folder, "list.xlsx");
        Tracker.Told told = Tracker.read(file);
        MappingPreview.TablePreview table = told.preview().tables().get(0);
        List<SheetMapping> settings = bound(table.settings());

        assertThat(settings).hasSize(1);
        assertThat(settings.get(0).sheet()).isEqualTo("面试 - 2025 #1");
        assertThat(settings.get(0).kind()).isEqualTo(table.kind());
        assertThat(settings.get(0).headers()).containsEntry(Field.EXPECTED_PAY, List.of("期望薪资（K）"));
        Tracker.Told again = Tracker.read(file, settings.get(0));
        assertThat(again.facts(2)).isEqualTo(told.facts(2)).isNotEmpty();
        assertThat(again.facts(3)).isEqualTo(told.facts(3));
        assertThat(again.preview().tables().get(0).columns())
                .filteredOn(column -> column.why() == Recognition.SETTINGS)
                .isNotEmpty();
    }

    @Test
    void tells_why_each_column_counts_as_what_it_does() throws Exception {
        Path file = new Tracker()
                .sheet("候选人")
                .row("侯选人", "本人联系电话", null, "学历", "离职原因", "推荐人电话")
                .row("张三", "13800001234", "zhang@example.com", "本科", "搬家", "13911110000")
                .row("李四", "13800001235", "li@example.com", "本科", "搬家", "13911110000")
                .row("王五", "13800001236", "wang@example.com", "本科", "搬家", "13911110000")
                .write(folder, "why.xlsx");
        MappingPreview.TablePreview table =
                Tracker.read(file).preview().tables().get(0);

        assertThat(table.read()).isTrue();
        assertThat(table.columns())
                .extracting(MappingPreview.ColumnPreview::column, MappingPreview.ColumnPreview::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", Recognition.SPELLING),
                        org.assertj.core.groups.Tuple.tuple("B", Recognition.PART),
                        org.assertj.core.groups.Tuple.tuple("C", Recognition.VALUES),
                        org.assertj.core.groups.Tuple.tuple("D", Recognition.SYNONYM),
                        org.assertj.core.groups.Tuple.tuple("E", null),
                        org.assertj.core.groups.Tuple.tuple("F", Recognition.SYNONYM));
        assertThat(table.columns().get(5).fields()).containsExactly(Field.IGNORED);
        assertThat(table.columns().get(1).confidence()).isGreaterThan(0.85);
    }

    @Test
    void takes_a_known_header_whose_values_contradict_it_for_a_doubt() throws Exception {
        Path file = new Tracker()
                .sheet("候选人")
                .row("姓名", "电话", "邮箱")
                .row("张三", "见附件", "zhang@example.com")
                .row("李四", "见附件", "li@example.com")
                .row("王五", "见附件", "wang@example.com")
                .write(folder, "doubt.xlsx");
        MappingPreview.TablePreview table =
                Tracker.read(file).preview().tables().get(0);
        assertThat(table.columns().get(1).confidence()).isLessThan(0.7);
        assertThat(table.read()).isTrue();
    }

    @Test
    void tells_of_a_file_that_is_no_workbook() throws Exception {
        Path file = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0});
        MappingPreview preview = MappingPreview.of(
                file,
                new WorkbookPlace(new SourceId("lists"), "broken.xlsx", ContentHash.of(new byte[0])),
                new WorkbookRules(List.of(), new RejectionClassifier(), ZoneId.of("Asia/Shanghai")));
        assertThat(preview.problem()).startsWith("The file broken.xlsx ");
        assertThat(preview.tables()).isEmpty();
    }
}
