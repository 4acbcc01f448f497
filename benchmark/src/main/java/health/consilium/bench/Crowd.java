package health.consilium.bench;

import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.ServerProcess;
import java.util.UUID;

/**
 * Many made-up pairs of a doctor and a patient with a paid appointment that is open now, signed in. Put straight into
 * the database: what is measured is the call, not the sign-up.
 */
final class Crowd {
    private final ServerProcess server;

    Crowd(ServerProcess server, int pairs) {
        this.server = server;
        var database = server.database();
        for (String kind : new String[] {"DOCTOR", "PATIENT"}) {
            database.update(
                    "insert into identity_account select md5('" + kind + "' || n)::uuid, '" + kind
                            + "' || n || '@bench.example', 'none', '" + kind + "', '" + kind
                            + " ' || n, '', 'UTC', 'en', true,"
                            + " now() from generate_series(0, ?) n on conflict do nothing",
                    pairs - 1);
            database.update(
                    "insert into identity_login select gen_random_uuid(), sha256(('" + kind
                            + "' || n)::bytea), md5('" + kind
                            + "' || n)::uuid, 'BEARER', now(), now(), now() + interval '1 day'"
                            + " from generate_series(0, ?) n on conflict do nothing",
                    pairs - 1);
        }
        database.update(
                "insert into scheduling_appointment select md5('A' || n)::uuid, md5('PATIENT' || n)::uuid,"
                        + " md5('DOCTOR' || n)::uuid, now() - interval '1 minute', now() + interval '2 hours', 'bench',"
                        + " 'BOOKED', now(), null, now() + interval '2 hours' from generate_series(0, ?) n on conflict do nothing",
                pairs - 1);
        database.update(
                "insert into payment_payment select md5('A' || n)::uuid, 'PAID', 4900, 'EUR', now(), null,"
                        + " 'bench' from generate_series(0, ?) n on conflict do nothing",
                pairs - 1);
        database.update("insert into care_consent_text values ('bench', 'bench') on conflict do nothing");
        database.update(
                "insert into care_consent (id, patient, version, language, answer, text, at)"
                        + " select md5('C' || n)::uuid, md5('PATIENT' || n)::uuid, 1, 'en', 'GIVEN', 'bench', now()"
                        + " from generate_series(0, ?) n on conflict do nothing",
                pairs - 1);
        database.update(
                "insert into care_visit select md5('A' || n)::uuid, md5('PATIENT' || n)::uuid, 'bench', null, null, null,"
                        + " null, now() + interval '2 hours', now() from generate_series(0, ?) n on conflict do nothing",
                pairs - 1);
    }

    Api doctor(int number) {
        return server.api().withToken("DOCTOR" + number);
    }

    Api patient(int number) {
        return server.api().withToken("PATIENT" + number);
    }

    static UUID appointment(int number) {
        return md5("A" + number);
    }

    static UUID doctorId(int number) {
        return md5("DOCTOR" + number);
    }

    static UUID patientId(int number) {
        return md5("PATIENT" + number);
    }

    /** PostgreSQL's md5(…)::uuid: all 128 bits as they are, without the marks of a version 3 UUID. */
    private static UUID md5(String text) {
        try {
            var bits = java.nio.ByteBuffer.wrap(java.security.MessageDigest.getInstance("MD5")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return new UUID(bits.getLong(), bits.getLong());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
