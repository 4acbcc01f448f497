package health.consilium.kernel;

import health.consilium.kernel.SetupCheck.State;

/**
 * Everything that a {@link SetupCheck} can find. A code is stable; the page of administrators has words for it in every
 * language, the command line says the English ones that stand here (a test holds them together). {@code {name}} is a value
 * that comes with what was found.
 */
public enum SetupFinding {
    // any
    NOT_LOOKED(State.BROKEN, "It could not be looked at ({why}).", "Read the server's log."),
    // address
    ADDRESS_THIS_COMPUTER(State.NOT_USED, "Links lead to this computer.", ""),
    ADDRESS_MISSING(
            State.BROKEN,
            "Nobody said under which address browsers come: links would lead nowhere.",
            "Set consilium.public-url, for example https://video.clinic.example."),
    ADDRESS_GOOD(State.FINE, "Links begin with {address}.", ""),
    ADDRESS_NOT_HTTPS(
            State.BROKEN,
            "Links begin with {address}, and browsers want https for camera and microphone.",
            "Set consilium.public-url, for example https://video.clinic.example."),
    // audit
    AUDIT_EMPTY(State.FINE, "The audit trail is empty.", ""),
    AUDIT_NOT_KEPT(State.WARNING, "The end of the audit trail was not kept outside yet.", "It is within an hour."),
    AUDIT_DIFFERS(
            State.BROKEN,
            "The audit trail does not hold entry {number} as it was kept outside.",
            "Run consilium verify-audit, and keep database and backups as they are."),
    AUDIT_BEHIND(
            State.WARNING,
            "The end of the audit trail was last kept outside at {at}.",
            "Start the server: it keeps it every hour."),
    AUDIT_KEPT(State.FINE, "The audit trail has {number} entries; its end is kept outside.", ""),
    // backup
    BACKUP_DEMO(State.NOT_USED, "There is no backup; a demo needs none.", ""),
    BACKUP_NONE(
            State.WARNING,
            "There is no backup by this program.",
            "Run consilium backup every night, and keep what it writes on another machine."),
    BACKUP_OLD(
            State.WARNING,
            "The last backup is from {at}.",
            "Run consilium backup every night, and keep what it writes on another machine."),
    BACKUP_LAST(State.FINE, "The last backup is from {at}.", ""),
    // clock
    CLOCK_APART(
            State.BROKEN,
            "The program's clock and the database's are {seconds} s apart.",
            "Let both machines take their time from the network (chrony or systemd-timesyncd)."),
    CLOCK_AGREES(State.FINE, "The program's clock and the database's agree.", ""),
    // database
    DATABASE_OLD(State.BROKEN, "PostgreSQL {version} is too old.", "Use PostgreSQL 15 or newer."),
    DATABASE_ANSWERS(State.FINE, "PostgreSQL {version} answers.", ""),
    // disk
    DISK_FULL(
            State.BROKEN,
            "{gigabytes} GB are free where the data directory is.",
            "Make room, or move the data directory to a larger disk."),
    DISK_LITTLE(
            State.WARNING,
            "{gigabytes} GB are free where the data directory is.",
            "Make room, or move the data directory to a larger disk."),
    DISK_ROOM(State.FINE, "{gigabytes} GB are free where the data directory is.", ""),
    // mail
    MAIL_DEMO(State.NOT_USED, "The demo keeps its mails on a page of its own.", ""),
    MAIL_OFF(
            State.BROKEN,
            "No mail leaves: nobody gets an invitation, a link or a reminder.",
            "Set consilium.mail.host and what belongs to it."),
    MAIL_NO_SENDER(
            State.BROKEN,
            "Mails have no sender.",
            "Set consilium.mail.from to an address that the mail server lets you use."),
    MAIL_ANSWERS(State.FINE, "The mail server {where} lets us in; nothing was sent.", ""),
    MAIL_REFUSED(
            State.BROKEN,
            "The mail server {where} refuses the account.",
            "Check consilium.mail.user and consilium.mail.password."),
    MAIL_CERTIFICATE_UNKNOWN(
            State.BROKEN,
            "Nobody that this server believes vouches for the certificate of the mail server {where}; no mail leaves.",
            "Have the mail server show its whole chain; where its authority is your own, name it in consilium.mail.authority."),
    MAIL_CERTIFICATE_NAME(
            State.BROKEN,
            "The mail server {where} shows a certificate for another name than {host}; no mail leaves.",
            "Set consilium.mail.host to the name that stands in the certificate, or have one issued for {host}."),
    MAIL_CERTIFICATE_DATE(
            State.BROKEN,
            "The certificate of the mail server {where} is too old or not valid yet; no mail leaves.",
            "Have it renewed, and look whether this server's clock is right."),
    MAIL_NOT_ENCRYPTED(
            State.BROKEN,
            "The mail server {where} does not encrypt as consilium.mail.security asks; no mail leaves.",
            "Check consilium.mail.port and -.security (587 with starttls, 465 with tls), and have the mail server offer TLS 1.2 or newer."),
    MAIL_AWAY(
            State.BROKEN,
            "The mail server {where} does not answer as it should ({why}).",
            "Check consilium.mail.host, -.port and -.security (587 with starttls, 465 with tls), and whether a firewall lets this server out."),
    // migrations
    MIGRATIONS_NEWER(
            State.BROKEN,
            "The database comes from a newer version of Consilium.",
            "Start the version that it was used with."),
    MIGRATIONS_WAIT(
            State.WARNING, "{number} migrations are waiting.", "Start this version once: it applies them by itself."),
    MIGRATIONS_APPLIED(State.FINE, "{number} migrations are applied.", ""),
    // mode
    MODE_PRODUCTION(State.FINE, "This is no demo: nobody signs in without a password.", ""),
    MODE_DEMO_PUBLIC(
            State.BROKEN,
            "The demo is on behind a public proxy: everybody may sign in as everybody.",
            "Set consilium.mode=production before the first patient, with a fresh data directory."),
    MODE_DEMO(
            State.NOT_USED,
            "This is the demo: everybody may sign in as everybody.",
            "Set consilium.mode=production before the first patient, with a fresh data directory."),
    // accounts elsewhere
    OIDC_NOT_USED(State.NOT_USED, "Nobody signs in with an account elsewhere.", ""),
    OIDC_AWAY(
            State.BROKEN,
            "The provider of accounts elsewhere does not answer as OpenID Connect wants it.",
            "Look at consilium.oidc.issuer: the same address with /.well-known/openid-configuration must open."),
    OIDC_NO_ROLES(
            State.WARNING,
            "The provider answers, but no role is mapped: nobody gets in.",
            "Set consilium.oidc.doctor-roles, admin-roles or patient-roles."),
    OIDC_ANSWERS(State.FINE, "The provider of accounts elsewhere answers.", ""),
    // passkeys
    PASSKEYS_NO_ADDRESS(
            State.WARNING,
            "Passkeys work on this computer only: nobody said under which address browsers come.",
            "Set consilium.public-url to the address that browsers come by, before the first passkey is made, and keep it."),
    PASSKEYS_DEMO(State.NOT_USED, "Passkeys work on this computer only, which is enough for a demo.", ""),
    PASSKEYS_NUMBERS(
            State.WARNING,
            "Passkeys do not work: browsers give none to an address of numbers ({host}).",
            "Give this server a name, and set consilium.public-url to it."),
    PASSKEYS_GOOD(State.FINE, "Passkeys belong to {host}; after a change of it everybody makes new ones.", ""),
    // payment
    PAYMENT_KEY_UNUSED(
            State.WARNING,
            "Stripe's key is set, and patients cannot pay on the page.",
            "Set consilium.payment.provider=stripe, or remove the key."),
    STRIPE_AWAY(State.BROKEN, "Stripe does not answer.", "Check whether a firewall lets this server out, by HTTPS."),
    STRIPE_KEY_UNKNOWN(
            State.BROKEN,
            "Stripe does not know the key.",
            "Check consilium.payment.stripe.secret-key; it may be revoked."),
    STRIPE_ODD(State.BROKEN, "Stripe answers {status}.", "Read the server's log."),
    STRIPE_KNOWS_KEY(State.FINE, "Stripe knows the key; secrets for its notices: {number}.", ""),
    STRIPE_TEST_KEY(
            State.WARNING,
            "Stripe's key is one for tests: no money moves.",
            "Set a key that begins with sk_live_ or rk_live_ before the first patient."),
    PAYMENT_PRETENDED(State.NOT_USED, "The demo's checkout only pretends to take money.", ""),
    PAYMENT_BY_STAFF(State.NOT_USED, "Patients do not pay on the page; the staff marks what was paid.", ""),
    // recordings
    RECORDING_KEYS_LOST(
            State.BROKEN,
            "Master keys of recordings are missing: {keys}.",
            "Put secrets/ of the data directory back from your backup."),
    RECORDING_NONE(State.NOT_USED, "Nothing was recorded yet.", ""),
    RECORDING_KEYS(
            State.FINE, "The master keys of recordings are there; consilium verify-recordings reads the parts.", ""),
    // where recordings lie
    STORE_LOCAL(State.NOT_USED, "Recordings lie in the data directory.", ""),
    STORE_THERE(State.FINE, "The bucket for recordings is there, and the key is let in.", ""),
    STORE_NO_BUCKET(
            State.BROKEN,
            "There is no bucket {bucket} at {where}.",
            "Make it, or correct consilium.recording.s3.bucket."),
    STORE_REFUSED(
            State.BROKEN,
            "The store of recordings refuses the key.",
            "Check consilium.recording.s3.access-key and -.secret-key, and what the key may do."),
    STORE_AWAY(
            State.BROKEN,
            "The store of recordings is away: {why}.",
            "Check {where} and consilium.recording.s3.endpoint. Calls go on without recordings."),
    // relay
    RELAY_ELSEWHERE(
            State.FINE,
            "The relay elsewhere gives out addresses by every way that browsers are given ({ways}); consilium turn-check asks it whom it reaches.",
            ""),
    RELAY_ELSEWHERE_SILENT(
            State.BROKEN,
            "No relay that can be believed answers at {where}: calls through strict firewalls will not connect.",
            "Check consilium.relay.urls, whether that relay runs, its certificate, and whether a firewall lets this server out."),
    RELAY_NONE(
            State.WARNING,
            "There is no relay: calls through strict firewalls will not connect.",
            "Set consilium.relay.enabled=true and install coturn, or name one in consilium.relay.urls."),
    RELAY_ANSWERS(
            State.FINE, "The relay gives out addresses by {ways}; consilium turn-check asks it whom it reaches.", ""),
    RELAY_PARTLY(
            State.WARNING,
            "The relay gives out addresses by {ways}, but not by {others}: some networks let only those out.",
            "Look whether a firewall stands before these ports, and whether the relay speaks UDP, TCP and TLS with a certificate that browsers believe."),
    RELAY_REFUSES(
            State.BROKEN,
            "The relay {where} does not take our credential (it says {code}): calls through strict firewalls will not connect.",
            "For 401 set consilium.relay.secret to that relay's static-auth-secret, and look whether both clocks are right; for 486 or 508 it is full."),
    RELAY_SILENT(
            State.WARNING,
            "No relay answers at {where}.",
            "While the server runs: install coturn (apt-get install coturn) and read the server's log."),
    // secrets
    SECRETS_OPEN(State.BROKEN, "Others on this machine may read {file}.", "chmod -R go= {folder}"),
    SECRETS_CLOSED(State.FINE, "Only the program's own user may read the {number} secrets.", ""),
    // encryption
    TLS_PROXY(State.FINE, "A proxy in front speaks TLS.", ""),
    TLS_NONE_DEMO(
            State.NOT_USED,
            "There is no TLS: only this machine can hold calls.",
            "Set consilium.tls.certificate and -.private-key, or consilium.tls.trusted-proxy."),
    TLS_NONE(
            State.BROKEN,
            "There is no TLS.",
            "Set consilium.tls.certificate and -.private-key, or consilium.tls.trusted-proxy."),
    TLS_ENDED(State.BROKEN, "The certificate ended at {at}.", "Renew it and start the server again."),
    TLS_ENDS(State.WARNING, "The certificate ends at {at}.", "Renew it and start the server again."),
    TLS_GOOD(State.FINE, "The certificate is good until {at}.", ""),
    // providers of calls
    JITSI_NOT_USED(State.NOT_USED, "No call goes by a Jitsi of the clinic's own.", ""),
    JAAS_NOT_USED(State.NOT_USED, "No call goes by Jitsi as a service.", ""),
    SETTINGS_REFUSED(State.BROKEN, "The settings do not fit: {why}", "{action}"),
    JITSI_RECORDS_NOTHING(
            State.WARNING,
            "The service that carries the calls should record, and its recordings do not come here: nobody can record.",
            "For JaaS set consilium.conferencing.jaas.recording=true. A Jitsi of your own cannot: set consilium.recording.capture=page, or choose another service."),
    JITSI_TURNS_AWAY(
            State.BROKEN,
            "Jitsi would turn away what this key signs.",
            "Check consilium.conferencing.jitsi.app-id, -.audience and -.subject."),
    JITSI_NONE_THERE(
            State.BROKEN,
            "At {host} there is something else than a Jitsi.",
            "Check consilium.conferencing.jitsi.domain."),
    JITSI_NO_SCRIPT(
            State.BROKEN,
            "{host} does not show Jitsi's script external_api.js.",
            "Check consilium.conferencing.jitsi.domain, and whether this server reaches it by HTTPS."),
    JITSI_TELLS_LITTLE(
            State.WARNING,
            "The key signs what Jitsi accepts, and {host} answers. It does not ask whether a room may be, or does not tell who comes and goes.",
            "Set consilium.conferencing.jitsi.reservations-secret and -.events-secret; docs/providers.md says how."),
    JITSI_FINE(
            State.FINE,
            "The key signs what Jitsi accepts, and {host} answers. Whether Prosody has the same key, only the first call shows.",
            ""),
    JAAS_TURNS_AWAY(
            State.BROKEN,
            "JaaS would turn away what this key signs.",
            "Check consilium.conferencing.jaas.app-id and -.key-id."),
    JAAS_UNKNOWN(
            State.BROKEN,
            "{host} does not know this AppID.",
            "Check consilium.conferencing.jaas.app-id in the console."),
    JAAS_AWAY(
            State.BROKEN,
            "{host} does not answer, or does not know this AppID.",
            "Check consilium.conferencing.jaas.app-id, and whether a firewall lets this server out by HTTPS."),
    JAAS_TELLS_LITTLE(
            State.WARNING,
            "The key signs what JaaS accepts. It does not tell who comes and goes, and recordings are lost after a day.",
            "Set consilium.conferencing.jaas.webhook-secret; docs/providers.md says how."),
    JAAS_FINE(
            State.FINE,
            "The key signs what JaaS accepts. Whether 8x8 has its public half, only the first call shows.",
            ""),
    DAILY_NOT_USED(State.NOT_USED, "Calls do not go through Daily.", ""),
    DAILY_AWAY(
            State.BROKEN,
            "Daily does not answer.",
            "Check whether a firewall lets this server out to api.daily.co, by HTTPS. Calls that Daily carries cannot begin."),
    DAILY_OTHER_DOMAIN(
            State.BROKEN,
            "The key is not one of Daily's domain {domain}.",
            "Check consilium.conferencing.daily.domain and consilium.conferencing.daily.api-key."),
    DAILY_KEY_UNKNOWN(
            State.BROKEN,
            "Daily does not know the key.",
            "Check consilium.conferencing.daily.api-key; it may have been taken back."),
    DAILY_ODD(State.BROKEN, "Daily answers {status}.", "Read the server's log."),
    DAILY_NO_HOOK(
            State.WARNING,
            "Daily knows the key, and does not tell us who comes and who leaves.",
            "The running server makes the webhook by itself, soon after its start; it must be reachable from outside at {address}."),
    DAILY_NO_ADDRESS(
            State.WARNING,
            "Daily knows the key, and has no address to tell us who comes and who leaves.",
            "Set consilium.public-url to the address under which browsers come, with https."),
    DAILY_HOOK_STOPPED(
            State.BROKEN,
            "Daily has stopped telling us who comes and who leaves: its webhook is {state}.",
            "Check whether {address} is reachable from outside. The running server switches it on again within a quarter of an hour."),
    DAILY_HOOK_ODD(
            State.WARNING,
            "Daily's webhook is not as we need it.",
            "The running server mends it within a quarter of an hour; only one installation may use a Daily domain."),
    DAILY_FINE(State.FINE, "Daily knows the key and tells us who comes and who leaves.", ""),
    DAILY_UNUSED(
            State.WARNING,
            "Daily is set up, and new consultations are carried by {provider}.",
            "Set consilium.conferencing.provider=daily, or remove the key when no open consultation needs it.");

    private final State state;
    private final String what;
    private final String remedy;

    SetupFinding(State state, String what, String remedy) {
        this.state = state;
        this.what = what;
        this.remedy = remedy;
    }

    public State state() {
        return state;
    }

    /** One sentence in English, values still to be filled in. */
    public String what() {
        return what;
    }

    /** What to do about it, in English; empty when there is nothing to do. */
    public String remedy() {
        return remedy;
    }
}
