-- Attendance known in numbers only, as ledgers of past years have it (应到12人，实到10人): expected and present are as told,
-- and not worked out from who belongs there and who is named as absent.
ALTER TABLE activity.sides ADD COLUMN told boolean NOT NULL DEFAULT false;
