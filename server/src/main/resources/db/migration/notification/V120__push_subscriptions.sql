-- Browsers that people want to be told by when no page is open (RFC 8030). Whoever knows the endpoint can send to it.
create table notification_subscription (
    id       uuid primary key,
    person   uuid        not null,
    login    uuid        not null,
    endpoint text        not null unique,
    p256dh   bytea       not null,
    auth     bytea       not null,
    language text        not null,
    seen_at  timestamptz not null
);
create index notification_subscription_by_person on notification_subscription (person);
create index notification_subscription_by_login on notification_subscription (login);
