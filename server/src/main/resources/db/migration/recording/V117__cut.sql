-- cut_at: the first segment that was recorded after somebody's yes had ended, so that neither it nor any after it is ever kept.
alter table recording_take add column cut_at int;
