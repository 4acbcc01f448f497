-- One chain: every entry holds the SHA-256 of the one before. Ids and codes only, nothing of what it was about.
create table audit_entry (
    number     bigint      primary key check (number > 0),
    at         timestamptz not null,
    actor      uuid,
    role       text        not null,
    action     text        not null,
    subject    text        not null,
    subject_id text,
    patient    uuid,
    details    text        not null,
    hash       text        not null check (length(hash) = 64)
);
create index audit_entry_by_patient on audit_entry (patient, number);
create index audit_entry_by_actor on audit_entry (actor, number);
create index audit_entry_by_subject on audit_entry (subject, subject_id, number);
create index audit_entry_by_time on audit_entry (at);

-- Where the chain ends. Whoever appends locks it, so that entries come one after the other, without gaps.
create table audit_head (
    one    boolean primary key default true check (one),
    number bigint  not null,
    hash   text    not null
);
insert into audit_head (number, hash) values (0, repeat('0', 64));

create function audit_refuses() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end;
$$;
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_refuses();
create trigger audit_entry_stays_whole before truncate on audit_entry
    for each statement execute function audit_refuses();
create trigger audit_head_stays before delete on audit_head
    for each row execute function audit_refuses();
create trigger audit_head_stays_whole before truncate on audit_head
    for each statement execute function audit_refuses();

create function audit_head_moves_on() returns trigger language plpgsql as $$
begin
    if new.number <= old.number then
        raise exception 'the audit trail is append-only';
    end if;
    return new;
end;
$$;
create trigger audit_head_moves_on before update on audit_head
    for each row execute function audit_head_moves_on();
