-- Who is on probation is asked on every roster; there are few of them among many.
CREATE INDEX ON organization.memberships (unit_id, organization_id)
    WHERE recorded_to = 'infinity' AND sphere = 'party' AND kind = 'probationary';
