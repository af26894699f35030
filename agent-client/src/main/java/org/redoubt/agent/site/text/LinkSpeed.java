package org.redoubt.agent.site.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the speed of a link as people write it: {@code 1Gbit}, {@code 2.5 Gbit/s}, {@code 125MB}, {@code 1GiB/s}. */
public final class LinkSpeed {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) ?([kMGT])(bit|B|iB)(?:/s|ps)?");
    private static final Map<String, Integer> POWER = Map.of("k", 1, "M", 2, "G", 3, "T", 4);

    private LinkSpeed() {}

    /** Bytes per second; empty when it is not written so, or is nothing. */
    public static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal unit =
                BigDecimal.valueOf(matcher.group(3).equals("iB") ? 1024 : 1000).pow(POWER.get(matcher.group(2)));
        BigDecimal amount = new BigDecimal(matcher.group(1)).multiply(unit);
        BigDecimal bytes = matcher.group(3).equals("bit") ? amount.divide(BigDecimal.valueOf(8)) : amount;
        // 1 EB/s and more is a slip of the pen
        return bytes.signum() > 0 && bytes.compareTo(BigDecimal.TEN.pow(18)) < 0 && bytes.compareTo(BigDecimal.ONE) >= 0
                ? OptionalLong.of(bytes.longValue())
                : OptionalLong.empty();
    }
}
