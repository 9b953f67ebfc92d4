package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Words;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Text;

/** One no of one person, put to the test for one opening. */
record Trial(Profile profile, Opening opening, Refusal refusal, ReasonRules rules) {
    LocalDate today() {
        return profile.today();
    }

    OpeningDescription post() {
        return opening.description();
    }

    /** Something that changed on our side, told by the opening's row. */
    Change ours(Text what) {
        String date = post().openedOn() == null ? null : post().openedOn().toString();
        return new Change(what, date, Claims.place(opening.evidence()));
    }

    /** Whether the no was for this very post, or for one called alike. */
    boolean samePost() {
        if (refusal.no().openingId() != null) {
            return refusal.no().openingId().equals(opening.id()) || alikeTitle();
        }
        return refusal.no().post() == null || alikeTitle();
    }

    /** All that the opening asks for and tells. */
    String postWords() {
        List<String> words = new ArrayList<>(List.of(post().title()));
        words.addAll(post().mustHaves());
        words.addAll(post().wishes());
        words.add(Claims.join(post().description()));
        return String.join("\n", words);
    }

    @Nullable
    LocalDate day() {
        return refusal.day();
    }

    private boolean alikeTitle() {
        String post = refusal.no().post();
        return post != null && Words.samePost(post, post().title());
    }
}
