-- All rows are chained: from here on nothing is altered, and the head only moves on.
CREATE TRIGGER "Audit_NoUpdate" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
CREATE TRIGGER "AuditHead_NoStepBack" BEFORE UPDATE ON "AuditHead" WHEN NEW."Sequence" < OLD."Sequence"
BEGIN SELECT RAISE(ABORT, 'The head of the audit log only moves on.'); END;
CREATE TRIGGER "AuditHead_NoDelete" BEFORE DELETE ON "AuditHead" BEGIN SELECT RAISE(ABORT, 'The head of the audit log only moves on.'); END;
