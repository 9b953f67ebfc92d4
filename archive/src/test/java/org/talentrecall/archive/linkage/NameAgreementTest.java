package org.talentrecall.archive.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameAgreementTest {

    @Test
    void a_chinese_name_agrees_with_its_pinyin_in_either_order_and_any_spelling() {
        for (String latin :
                new String[] {"Wang Jianguo", "Jianguo Wang", "WANG Jian-guo", "Jian Guo WANG", "Wang, Jianguo"}) {
            assertLevels("王建国", latin, Level.SOUND, Level.SOUND);
        }
        assertLevels("吕梁", "Liang Lyu", Level.SOUND, Level.SOUND);
        assertLevels("欧阳静", "Jing Ouyang", Level.SOUND, Level.SOUND);
        assertLevels("王建国", "J Wang", Level.SOUND, Level.LOOSE);
    }

    @Test
    void traditional_characters_are_the_same_name() {
        assertLevels("張偉", "张伟", Level.SAME, Level.SAME);
        assertLevels("歐陽靜", "欧阳静", Level.SAME, Level.SAME);
    }

    @Test
    void an_english_given_name_says_nothing_about_a_chinese_one() {
        assertLevels("王芳", "Vivian Wang", Level.SOUND, null);
        assertLevels("Fang Wang", "Vivian Wang", Level.SAME, null);
        assertLevels("王芳", "Susan Wang", Level.SOUND, null);
        assertLevels("王芳", "Wang Lei", Level.SOUND, Level.DIFFERENT);
    }

    @Test
    void father_and_son_share_the_family_name_alone() {
        assertLevels("王建国", "王磊", Level.SAME, Level.DIFFERENT);
    }

    @Test
    void families_that_sound_alike_are_two() {
        assertLevels("陆伟", "卢伟", Level.DIFFERENT, Level.SAME);
    }

    @Test
    void short_forms_and_slips_are_told_from_other_names() {
        assertLevels("Robert Allen", "Bob Allen", Level.SAME, Level.SOUND);
        assertLevels("Robert Allen", "Robert Alen", Level.CLOSE, Level.SAME);
        assertLevels("Robert Allen", "Frank Allen", Level.SAME, Level.DIFFERENT);
        assertLevels("王建国", "王建帼", Level.SAME, Level.CLOSE);
        assertLevels("R. Allen", "R. Allen", Level.SAME, Level.LOOSE);
    }

    @Test
    void a_table_that_turns_the_parts_round_is_seen_through() {
        NameAgreement turned = NameAgreement.of(
                new PersonalName[] {PersonalName.of("petreece", "lusted").orElseThrow()},
                new PersonalName[] {PersonalName.of("lusted", "petreece").orElseThrow()});

        assertThat(turned.surname()).isEqualTo(Level.SAME);
        assertThat(turned.given()).isEqualTo(Level.SAME);
        assertThat(turned.order()).isEqualTo(Level.DIFFERENT);
    }

    private static void assertLevels(String one, String other, @Nullable Level surname, @Nullable Level given) {
        for (boolean turned : new boolean[] {false, true}) {
            NameAgreement agreement = NameAgreement.of(names(turned ? other : one), names(turned ? one : other));
            assertThat(agreement.surname())
                    .as("family name of %s and %s", one, other)
                    .isEqualTo(surname);
            assertThat(agreement.given())
                    .as("given name of %s and %s", one, other)
                    .isEqualTo(given);
        }
    }

    private static PersonalName[] names(String written) {
        return PersonalName.of(written).toArray(PersonalName[]::new);
    }
}
