-- Keys are changed by the owner of the tables, signed in itself and while nothing else runs: what is kept under them, of
-- every unit, is put under others. Functions that run as the owner for the application change no more than before.
CREATE POLICY keys ON organization.identity_numbers FOR UPDATE TO yijitong_owner USING (session_user = current_user);
CREATE POLICY keys ON organization.imports FOR UPDATE TO yijitong_owner USING (session_user = current_user);
CREATE POLICY keys ON organization.import_rows FOR UPDATE TO yijitong_owner USING (session_user = current_user);
CREATE POLICY keys ON organization.import_charts FOR UPDATE TO yijitong_owner USING (session_user = current_user);
CREATE POLICY keys ON matter.askers FOR UPDATE TO yijitong_owner USING (session_user = current_user);
