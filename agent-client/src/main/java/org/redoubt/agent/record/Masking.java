package org.redoubt.agent.record;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the secrets out of what hosts answer, by the words that stand beside them: what fence devices, XML attributes,
 * settings and URIs call passwords, keys of cluster and lock daemons, SNMP communities, and the digests of what they are
 * part of. Rather too much than too little. The rest of the text stays as it is.
 */
final class Masking {

    static final String MASK = "MASKED";

    private static final String WORD =
            "[\\w.-]*(?:passw|passphrase|secret|community|credential|private[_-]?key|auth[_-]?key|api[_-]?key|access[_-]?key)[\\w.-]*";

    private static final Pattern TAG = Pattern.compile("<[A-Za-z][^<>]{0,4000}>");
    private static final Pattern NAME = Pattern.compile("\\bname\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)(?:" + WORD + "|pass|pwd|key|token|pin|login_pass|.*[_-](?:pass|pwd|key|token|pin))");
    private static final Pattern VALUE = Pattern.compile("(\\bvalue\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    /** Somebody who knows what else a digest was taken of can try passwords against it. */
    private static final Pattern DIGEST = Pattern.compile("(\\bop-(?:[a-z]+-)?digest\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    private static final Pattern KEY_LINE = Pattern.compile("(?m)^(\\s*key\\s*[:=][ \\t]*)(\\S.*)$");
    private static final Pattern SETTING = Pattern.compile(
            "(?i)((?<![\\w.-])" + WORD + "(?:[\"']?\\s*[:=]\\s*|[ \\t]+))(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"'<>,;]+)");
    private static final Pattern URI = Pattern.compile("(://[^/\\s:@\"'<>]*:)([^/\\s@\"'<>]+)(?=@)");

    private Masking() {}

    static String mask(String text) {
        String masked = TAG.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(tag(tag.group())));
        masked = second(DIGEST, masked);
        masked = second(KEY_LINE, masked);
        masked = second(SETTING, masked);
        return second(URI, masked);
    }

    /** An XML element whose name attribute says that its value is a secret. */
    private static String tag(String tag) {
        Matcher name = NAME.matcher(tag);
        while (name.find()) {
            String called = name.group(1) == null ? name.group(2) : name.group(1);
            if (SECRET_NAME.matcher(called).matches()) {
                return second(VALUE, tag);
            }
        }
        return tag;
    }

    private static String second(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + masked(found)));
    }

    /** In the quotes in which the secret stood, so that whoever reads the text still can. */
    private static String masked(MatchResult found) {
        String secret = found.group(2);
        char first = secret.charAt(0);
        return first == '"' || first == '\'' ? first + MASK + first : MASK;
    }
}
