create table chat_attachment (
    id           uuid primary key,
    consultation uuid        not null,
    sender       uuid        not null,
    name         text        not null,
    type         text        not null,
    size         bigint      not null,
    sent_at      timestamptz not null
);

-- number orders the messages of all consultations; it never leaves the server.
create table chat_message (
    number       bigint generated always as identity,
    id           uuid primary key,
    key          uuid        not null,
    consultation uuid        not null,
    sender       uuid        not null,
    body         text        not null,
    attachment   uuid references chat_attachment,
    sent_at      timestamptz not null,
    unique (consultation, sender, key)
);
create index chat_message_by_consultation on chat_message (consultation, number);
