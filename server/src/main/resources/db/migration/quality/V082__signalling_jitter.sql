alter table quality_samples add column signalling_jitter smallint[] not null default '{}';
