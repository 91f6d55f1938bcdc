-- A case that everybody has answered waits a while before it closes.
ALTER TABLE "WrittenProcedures" ADD COLUMN "ClosesAt" TEXT NULL;
