-- What people read before they agreed holds for that recording, whatever the clinic decides later. Recordings from before this
-- get the settings of the first start.
alter table recording add column on_withdrawal text;
alter table recording add column kept_days int;
alter table recording add column place text;

-- A crash could come between the last part and the end of its take.
update recording_take t set segments = s.index + 1
from recording_segment s
where s.recording = t.recording and s.take = t.take and s.last and t.segments = 0;
