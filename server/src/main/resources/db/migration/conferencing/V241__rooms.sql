-- The room of a consultation at the provider that carries its calls: whoever came in first decided which one that is.
create table conferencing_room (
    consultation uuid primary key,
    appointment  uuid        not null,
    provider     text        not null,
    name         text        not null,
    url          text        not null,
    opens_at     timestamptz not null,
    ends_at      timestamptz not null,
    closed_at    timestamptz
);
create unique index conferencing_room_by_name on conferencing_room (provider, lower(name));
create index conferencing_room_by_end on conferencing_room (ends_at) where closed_at is null;

-- Who was in a room at a provider, as the provider tells it; session is the provider's own name for one stay.
create table conferencing_stay (
    consultation uuid        not null references conferencing_room on delete cascade,
    session      text        not null,
    person       uuid,
    joined_at    timestamptz,
    left_at      timestamptz,
    primary key (consultation, session)
);

-- What a provider has told already; told again, it changes nothing.
create table conferencing_told (
    provider text        not null,
    key      text        not null,
    told_at  timestamptz not null,
    primary key (provider, key)
);
create index conferencing_told_by_time on conferencing_told (told_at);
