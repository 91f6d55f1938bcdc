-- A deadline can be corrected, and the correction taken back; one can be found in the case of a written procedure.
ALTER TABLE "DeadlineChanges" ADD COLUMN "TitleBefore" TEXT NULL;
ALTER TABLE "DeadlineChanges" ADD COLUMN "ResponsibleIdBefore" TEXT NULL;
ALTER TABLE "DeadlineChanges" ADD COLUMN "ResponsibleRoleBefore" INTEGER NULL;
ALTER TABLE "Deadlines" ADD COLUMN "ProcedureId" TEXT NULL CONSTRAINT "FK_Deadlines_WrittenProcedures_ProcedureId" REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT;
ALTER TABLE "FoundDeadlines" ADD COLUMN "ProcedureId" TEXT NULL;
CREATE INDEX "IX_Deadlines_ProcedureId" ON "Deadlines" ("ProcedureId");
