package health.consilium.identity.factor;

import health.consilium.identity.UserId;
import health.consilium.kernel.KeyRotation;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the secrets of authenticator apps under a new key. Nobody has to set theirs up again. */
@Component
class FactorKeyRotation implements KeyRotation {
    private static final Logger log = LoggerFactory.getLogger(FactorKeyRotation.class);

    private final FactorSeal seal;
    private final JdbcClient jdbc;

    FactorKeyRotation(FactorSeal seal, JdbcClient jdbc) {
        this.seal = seal;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "second-factors";
    }

    private record Kept(UserId account, byte[] sealed) {}

    @Override
    public int rotate() {
        seal.advance();
        List<Kept> all = jdbc.sql("select account, sealed from identity_totp for update")
                .query((row, n) -> new Kept(new UserId(row.getObject("account", UUID.class)), row.getBytes("sealed")))
                .list();
        return (int) all.stream().filter(this::sealedAnew).count();
    }

    /** One that does not open is left alone and said: the others must not wait for it. */
    private boolean sealedAnew(Kept kept) {
        byte[] secret;
        try {
            secret = seal.open(kept.account, kept.sealed);
        } catch (IllegalStateException e) {
            log.error("the second factor of account {} does not open", kept.account);
            return false;
        }
        jdbc.sql("update identity_totp set sealed = ? where account = ?")
                .params(seal.seal(kept.account, secret), kept.account.value())
                .update();
        return true;
    }
}
