package org.talentrecall.archive.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is tried only at the characters with which a match can begin, and finds the same as {@link Pattern} does.
 * Java tries all alternatives of a pattern at every place of a text; the dozens of words that readers of Chinese look for
 * begin with few of its thousands of characters, so most places need one look into a table.
 *
 * <p>Which characters can begin a match, the pattern is asked itself, once for each character that is met: one that fails on
 * the character alone without having wanted to see more ({@link Matcher#hitEnd}) fails whatever follows. So it must not
 * match the empty text, and where it wants something to stand before the match it must be told an example of that. Safe for
 * use by several threads.
 */
public final class GatedPattern {
    private static final int NEVER = 1;
    private static final int MAY = 2;
    /** Two bits for each character, in words of sixteen characters. */
    private static final int WORD_BITS = 4;

    private static final int PLACE_IN_WORD = (1 << WORD_BITS) - 1;
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(int[].class);
    /** Whether there is the edge of a word before a character, depends on the one before that. */
    private static final String EDGE = "\\b";

    private final Pattern pattern;
    private final List<String> before;
    /** What is known of each character; nothing where nobody has asked yet. Threads that ask at once find the same answer. */
    private final int[] known = new int[(Character.MAX_VALUE + 1) >> WORD_BITS];

    private GatedPattern(Pattern pattern, List<String> before) {
        if (pattern.matcher("").find()) {
            throw new IllegalArgumentException("This matches the empty text: " + pattern);
        }
        if (before.isEmpty() && pattern.pattern().contains("(?<=")) {
            throw new IllegalArgumentException("This wants something to stand before it: " + pattern);
        }
        this.pattern = pattern;
        List<String> all = new ArrayList<>(before);
        all.add("");
        if (pattern.pattern().contains(EDGE)) {
            all.add("a");
        }
        this.before = List.copyOf(all);
    }

    public static GatedPattern compile(String regex) {
        return compile(regex, 0);
    }

    /** @param flags as {@link Pattern#compile(String, int)} takes them */
    public static GatedPattern compile(String regex, int flags) {
        return new GatedPattern(Pattern.compile(regex, flags), List.of());
    }

    /**
     * A pattern some of whose matches begin only behind something, which is no part of them.
     *
     * @param before an example of each thing that may have to stand there
     */
    public static GatedPattern compileBehind(String regex, String... before) {
        return new GatedPattern(Pattern.compile(regex), List.of(before));
    }

    /** Whether it matches anywhere in the text. */
    public boolean isIn(CharSequence text) {
        return matcher(text).find();
    }

    /** A search from the beginning of the text. */
    public Search matcher(CharSequence text) {
        return new Search(text.toString());
    }

    /** As {@link Pattern#split(CharSequence)}. */
    public String[] split(String text) {
        return isIn(text) ? pattern.split(text) : new String[] {text};
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** The first place from a place on where a match may begin; the text's length when there is none. */
    private int nextFrom(String text, int from) {
        int[] words = known;
        int length = text.length();
        for (int at = from; at < length; at++) {
            char character = text.charAt(at);
            int answer = words[character >> WORD_BITS] >>> ((character & PLACE_IN_WORD) << 1);
            if ((answer & NEVER) == 0 && mayBegin(character)) {
                return at;
            }
        }
        return length;
    }

    private boolean mayBegin(char character) {
        int place = (character & PLACE_IN_WORD) << 1;
        int answer = known[character >> WORD_BITS] >>> place & (NEVER | MAY);
        if (answer == 0) {
            answer = asked(character) ? MAY : NEVER;
            WORDS.getAndBitwiseOr(known, character >> WORD_BITS, answer << place);
        }
        return answer == MAY;
    }

    private boolean asked(char character) {
        if (Character.isSurrogate(character)) {
            return true;
        }
        for (String example : before) {
            String text = example + character;
            Matcher matcher = among(text).region(example.length(), text.length());
            if (matcher.lookingAt() || matcher.hitEnd()) {
                return true;
            }
        }
        return false;
    }

    /** Sees the whole text, whichever region it is to match in. */
    private Matcher among(CharSequence text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Matches of one text, one after the other, as a {@link Matcher} gives them. For use by one thread. */
    public final class Search {
        private final String text;
        private int from;
        /** Made when something may match, which in most texts nothing does. */
        private @Nullable Matcher matcher;

        private Search(String text) {
            this.text = text;
        }

        /** Goes on to the next match; false when there is none. */
        public boolean find() {
            int length = text.length();
            for (int at = nextFrom(text, from); at < length; at = nextFrom(text, at + 1)) {
                if (matchesAt(at)) {
                    from = Math.max(end(), at + 1);
                    return true;
                }
            }
            from = length;
            return false;
        }

        /** Begins again at a place of the text. */
        public boolean find(int start) {
            from = start;
            return find();
        }

        /** Whether the whole text matches. */
        public boolean matches() {
            return mayBegin() && made().reset().matches();
        }

        /** Whether the text begins with a match. */
        public boolean lookingAt() {
            return mayBegin() && made().reset().lookingAt();
        }

        /** The text with something else instead of each match; see {@link Matcher#replaceAll(String)}. */
        public String replaceAll(String replacement) {
            return find(0) ? made().replaceAll(replacement) : text;
        }

        /** See {@link Matcher#replaceAll(Function)}. */
        public String replaceAll(Function<MatchResult, String> replacement) {
            return find(0) ? made().replaceAll(replacement) : text;
        }

        /** See {@link Matcher#replaceFirst(String)}. */
        public String replaceFirst(String replacement) {
            return find(0) ? made().replaceFirst(replacement) : text;
        }

        private boolean mayBegin() {
            from = 0;
            return text.length() > 0 && GatedPattern.this.mayBegin(text.charAt(0));
        }

        private Matcher made() {
            Matcher ready = matcher;
            if (ready == null) {
                ready = among(text);
                matcher = ready;
            }
            return ready;
        }

        private boolean matchesAt(int at) {
            return made().region(at, text.length()).lookingAt();
        }

        public int start() {
            return found().start();
        }

        public int start(String group) {
            return found().start(group);
        }

        public int end() {
            return found().end();
        }

        public int end(String group) {
            return found().end(group);
        }

        public String group() {
            return found().group();
        }

        /** Null where the group took no part, as Java has it. */
        public String group(int group) {
            return found().group(group);
        }

        /** Null where the group took no part, as Java has it. */
        public String group(String group) {
            return found().group(group);
        }

        private Matcher found() {
            return Objects.requireNonNull(matcher, "nothing was found");
        }
    }
}
