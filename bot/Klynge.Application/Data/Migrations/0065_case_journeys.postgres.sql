-- Cases that travel: their number, and how they came from one forum to the next.
CREATE TABLE "CaseSeries" (
    "BoardId" uuid NOT NULL,
    "Year" integer NOT NULL,
    "Last" integer NOT NULL,
    CONSTRAINT "PK_CaseSeries" PRIMARY KEY ("BoardId", "Year"),
    CONSTRAINT "FK_CaseSeries_Boards_BoardId" FOREIGN KEY ("BoardId") REFERENCES "Boards" ("Id") ON DELETE RESTRICT
);

ALTER TABLE "AgendaItems" ADD COLUMN "Case" text NULL;
CREATE INDEX "IX_AgendaItems_Case" ON "AgendaItems" ("Case");

ALTER TABLE "ComingItems" ADD COLUMN "Origin" integer NOT NULL DEFAULT 0;
ALTER TABLE "ComingItems" ADD COLUMN "FromComingId" uuid NULL CONSTRAINT "FK_ComingItems_ComingItems_FromComingId" REFERENCES "ComingItems" ("Id") ON DELETE RESTRICT;
ALTER TABLE "ComingItems" ADD COLUMN "IsByDecision" boolean NOT NULL DEFAULT FALSE;
ALTER TABLE "ComingItems" ADD COLUMN "Case" text NULL;
ALTER TABLE "ComingItems" ADD COLUMN "ReturnedAt" timestamptz NULL;
CREATE INDEX "IX_ComingItems_FromComingId" ON "ComingItems" ("FromComingId");
CREATE INDEX "IX_ComingItems_Case" ON "ComingItems" ("Case");
