-- Whoever tells the ledger something reads what it matches.
GRANT SELECT ON ledger.v_matches, ledger.v_triggered TO yijitong_app;
