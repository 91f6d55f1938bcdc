-- A draft that opens by itself at a time.
ALTER TABLE "WrittenProcedures" ADD COLUMN "OpensAt" TEXT NULL;
ALTER TABLE "WrittenProcedures" ADD COLUMN "PlannedOpening" TEXT NULL;
ALTER TABLE "WrittenProcedures" ADD COLUMN "OpeningProblem" TEXT NULL;

CREATE INDEX "IX_WrittenProcedures_OpensAt" ON "WrittenProcedures" ("OpensAt") WHERE "OpensAt" IS NOT NULL;
