package org.yijitong.organization.roster;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How branches are called. */
final class BranchNames {

    private static final Pattern LOOKS = Pattern.compile("(?!.*名册).*(支部|总支|党委|党组|党小组|支委会)(委员会)?(\\(.*\\))?\\d*");
    private static final Pattern IN_TITLE =
            Pattern.compile("^(.*?(?:支部|总支)(?:委员会)?)(?:的)?(?:党员|全体|人员|在职|离退休|名册|花名册|信息|基本).*$");
    private static final Pattern HEAD_COUNT = Pattern.compile("\\(?(共)?\\d+(人|名)?\\)?$");

    /** Anything longer is prose. */
    private static final int LONGEST = 100;

    private BranchNames() {}

    static boolean looksLikeOne(String text) {
        return text.length() <= LONGEST
                && LOOKS.matcher(HEAD_COUNT.matcher(Written.plain(text)).replaceAll(""))
                        .matches();
    }

    /** The branch a sheet belongs to, by its tab, else by its title (第一党支部党员名册). */
    static Optional<String> ofSheet(String tab, List<String> titles) {
        if (looksLikeOne(tab)) {
            return Optional.of(tab.strip());
        }
        for (String title :
                titles.stream().filter(each -> each.length() <= LONGEST).toList()) {
            String plain = Written.plain(title);
            Matcher found = IN_TITLE.matcher(plain);
            if (found.matches()) {
                return Optional.of(found.group(1));
            }
            if (looksLikeOne(plain)) {
                return Optional.of(plain);
            }
        }
        return Optional.empty();
    }

    /**
     * A name as it is compared: 中共 and 党 left out, numerals Arabic without 第, so that 第三党支部, 三支部 and 第3支部 are
     * one.
     */
    static String key(String written) {
        String whole = Written.plain(written.length() <= LONGEST ? written : written.substring(0, LONGEST));
        return Written.arabic(HEAD_COUNT.matcher(whole).replaceAll(""))
                .replaceAll("中国共产党|中共", "")
                .replaceAll("委员会$", "")
                .replaceAll("党(?=支部|总支|小组)", "")
                .replaceAll("第(?=\\d)", "")
                .replaceAll("[()\\[\\]【】《》\"“”'·,.、:;\\-—_/]", "");
    }
}
