-- Files that cases have put where open documents lie, on record before the file is there; those of a case that is closed have to leave.
CREATE TABLE "OpenCopies" (
    "Path" TEXT NOT NULL,
    "ProcedureId" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "MovesTo" TEXT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "LeftAt" TEXT NULL,
    CONSTRAINT "PK_OpenCopies" PRIMARY KEY ("Path", "ProcedureId"),
    CONSTRAINT "FK_OpenCopies_WrittenProcedures_ProcedureId" FOREIGN KEY ("ProcedureId") REFERENCES "WrittenProcedures" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_OpenCopies_ProcedureId" ON "OpenCopies" ("ProcedureId");
CREATE INDEX "IX_OpenCopies_DueAt" ON "OpenCopies" ("DueAt") WHERE "LeftAt" IS NULL;
