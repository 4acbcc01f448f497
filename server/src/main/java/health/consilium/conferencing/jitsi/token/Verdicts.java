package health.consilium.conferencing.jitsi.token;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A token as it lies on Jitsi's table, and what is found wrong with it. */
final class Verdicts {
    private final JsonNode header;
    private final JsonNode claims;
    private final Instant now;
    private final Set<Refusal> found = EnumSet.noneOf(Refusal.class);

    Verdicts(JsonNode header, JsonNode claims, Instant now) {
        this.header = header;
        this.claims = claims;
        this.now = now;
    }

    JsonNode claims() {
        return claims;
    }

    String header(String name) {
        return header.path(name).asString("");
    }

    Set<Refusal> found() {
        return found;
    }

    Verdicts refuse(boolean when, Refusal refusal) {
        if (when) {
            found.add(refusal);
        }
        return this;
    }

    /** There, a text and not a list, the one that is wanted, and not the word for all. */
    Verdicts same(String claim, String wanted, Refusal missing, Refusal wrong) {
        JsonNode value = claims.path(claim);
        String text = value.asString("");
        boolean isMissing = value.isMissingNode() || value.isNull() || value.isString() && text.isEmpty();
        refuse(isMissing, missing);
        boolean fits = value.isString() && text.equals(wanted) && !text.equals("*");
        return refuse(!isMissing && !fits, wrong);
    }

    /** At its very second it is over; before its very second it has not begun. Nobody is given a second more. */
    Verdicts times() {
        JsonNode exp = claims.path("exp");
        JsonNode nbf = claims.path("nbf");
        refuse(exp.isMissingNode() || exp.isNull(), Refusal.EXP_MISSING);
        refuse(!exp.isMissingNode() && !exp.isNull() && !exp.isNumber(), Refusal.EXP_NO_NUMBER);
        refuse(exp.isNumber() && now.getEpochSecond() >= exp.asLong(), Refusal.EXPIRED);
        refuse(!nbf.isMissingNode() && !nbf.isNull() && !nbf.isNumber(), Refusal.NBF_NO_NUMBER);
        return refuse(nbf.isNumber() && now.getEpochSecond() < nbf.asLong(), Refusal.NOT_YET);
    }
}
