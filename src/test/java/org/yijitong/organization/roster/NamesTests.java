package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is kept in one form, sorted by its surname's own reading, and found by any part. */
class NamesTests {

    @ParameterizedTest
    @CsvSource({
        "欧阳 修,欧阳修",
        "张　三,张三",
        "'  李  四 ',李四",
        "阿卜杜拉•买买提,阿卜杜拉·买买提",
        "阿卜杜拉 . 买买提,阿卜杜拉·买买提",
        "阿卜杜拉・买买提,阿卜杜拉·买买提",
        "𠮷野,𠮷野",
        "䶮 某,䶮某",
        "⻢ 三,⻢三",
        "⼭田,山田",
        "Ａｎｎａ　Li,Anna Li",
        "Anna  Li,Anna Li"
    })
    void names_are_tidied(String written, String tidy) {
        assertThat(Names.tidy(written)).isEqualTo(tidy);
    }

    @ParameterizedTest
    @CsvSource({
        "单雄信,shan xiong xin",
        "曾国藩,zeng guo fan",
        "仇英,qiu ying",
        "解缙,xie jin",
        "区小明,ou xiao ming",
        "查良镛,zha liang yong",
        "翟志刚,zhai zhi gang",
        "尉迟恭,yu chi gong",
        "万俟卨,mo qi xie",
        "吕布,lv bu",
        "欧阳修,ou yang xiu",
        "阿卜·买,a bu mai",
        "𠮷三,𠮷 san"
    })
    void names_sort_by_pinyin_with_surnames_read_as_surnames(String name, String key) {
        assertThat(Names.sortKey(name)).isEqualTo(key);
    }

    @Test
    void a_name_is_found_by_its_parts() {
        assertThat(Names.searchTokens("欧阳 修"))
                .containsExactlyInAnyOrder(
                        "欧", "阳", "修", "欧阳", "阳修", "ou", "yang", "xiu", "o", "y", "x", "oy", "yx", "oyx");
        assertThat(Names.searchTokens("阿卜杜拉·买买提"))
                .contains("买买", "拉买", "mmt", "dlmm")
                .doesNotContain("·", "abdlm");
        assertThat(Names.searchTokens("𠮷三")).contains("𠮷", "𠮷三", "三", "s", "san");
        assertThat(Names.initials("单雄信")).isEqualTo("sxx");
    }

    @Test
    void no_token_is_longer_than_its_column() {
        for (String name : List.of("庄双床", "阿卜杜拉·买买提", "Anna Li")) {
            assertThat(Names.searchTokens(name))
                    .allSatisfy(token -> assertThat(token.length()).isLessThanOrEqualTo(12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "张三,张三",
        "三,张三",
        "zs,张三",
        "zhang,张三",
        "zhangsan,张三",
        "ZhangSan,张三",
        "lisi,李四",
        "wan,万里",
        "wan,王安妮",
        "ouyangxiu,欧阳修",
        "oyx,欧阳修",
        "欧阳修,欧阳修",
        "买买提,阿卜杜拉·买买提",
        "mmt,阿卜杜拉·买买提",
        "abdl,阿卜杜拉·买买提",
        "𠮷,𠮷三",
        "shan,单雄信"
    })
    void a_query_finds_the_name(String query, String name) {
        assertThat(Names.searchTokens(name)).containsAll(Names.queryTokens(query));
    }

    @Test
    void a_query_does_not_find_everyone() {
        assertThat(Names.searchTokens("张三")).doesNotContainAnyElementsOf(Names.queryTokens("李四"));
        assertThat(Names.queryTokens("zhangsan")).containsExactly("zhang", "san");
        assertThat(Names.queryTokens("·")).isEmpty();
    }
}
