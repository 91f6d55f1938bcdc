-- Cases that travel: their number, and how they came from one forum to the next.
CREATE TABLE "CaseSeries" (
    "BoardId" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "PK_CaseSeries" PRIMARY KEY ("BoardId", "Year"),
    CONSTRAINT "FK_CaseSeries_Boards_BoardId" FOREIGN KEY ("BoardId") REFERENCES "Boards" ("Id") ON DELETE RESTRICT
);

ALTER TABLE "AgendaItems" ADD COLUMN "Case" TEXT NULL;
CREATE INDEX "IX_AgendaItems_Case" ON "AgendaItems" ("Case");

ALTER TABLE "ComingItems" ADD COLUMN "Origin" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ComingItems" ADD COLUMN "FromComingId" TEXT NULL CONSTRAINT "FK_ComingItems_ComingItems_FromComingId" REFERENCES "ComingItems" ("Id") ON DELETE RESTRICT;
ALTER TABLE "ComingItems" ADD COLUMN "IsByDecision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ComingItems" ADD COLUMN "Case" TEXT NULL;
ALTER TABLE "ComingItems" ADD COLUMN "ReturnedAt" TEXT NULL;
CREATE INDEX "IX_ComingItems_FromComingId" ON "ComingItems" ("FromComingId");
CREATE INDEX "IX_ComingItems_Case" ON "ComingItems" ("Case");
