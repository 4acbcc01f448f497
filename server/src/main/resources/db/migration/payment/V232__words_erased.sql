-- The history of payments stays as it is, but for words that somebody wrote: the erasure of a person's data may empty them,
-- and says that it is one.
create or replace function payment_event_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('consilium.erasing', true) = 'on'
            and new.words = '' and to_jsonb(new) - 'words' = to_jsonb(old) - 'words' then
        return new;
    end if;
    raise exception 'payment_event is append-only';
end $$;
