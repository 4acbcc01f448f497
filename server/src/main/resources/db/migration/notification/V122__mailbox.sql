-- The mails of a demo, which has no mail server.
create table notification_mailbox (
    id      uuid primary key,
    message uuid        not null,
    at      timestamptz not null,
    mime    bytea       not null
);
create index notification_mailbox_by_time on notification_mailbox (at desc, id);
