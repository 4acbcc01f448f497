-- Whose page has said that it cannot record, of those who are there.
alter table recording add column unable uuid[] not null default '{}';
