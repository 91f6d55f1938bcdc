-- All rows are chained: from here on nothing is altered, and the head only moves on.
CREATE TRIGGER "Audit_NoChange" BEFORE UPDATE OR DELETE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "RefuseChange"('The audit log is append-only.');
CREATE TRIGGER "AuditHead_NoStepBack" BEFORE UPDATE ON "AuditHead" FOR EACH ROW WHEN (NEW."Sequence" < OLD."Sequence")
EXECUTE FUNCTION "RefuseChange"('The head of the audit log only moves on.');
CREATE TRIGGER "AuditHead_NoDelete" BEFORE DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "RefuseChange"('The head of the audit log only moves on.');
CREATE TRIGGER "AuditHead_NoTruncate" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "RefuseChange"('The head of the audit log only moves on.');
