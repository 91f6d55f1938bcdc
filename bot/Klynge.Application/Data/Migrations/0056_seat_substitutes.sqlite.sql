-- A seat's substitutes in order, who of them cannot come to a meeting, and the party of a seat.
CREATE TABLE "SeatSubstitutes" (
    "MemberId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "PersonId" TEXT NOT NULL,
    CONSTRAINT "PK_SeatSubstitutes" PRIMARY KEY ("MemberId", "Order"),
    CONSTRAINT "FK_SeatSubstitutes_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id"),
    CONSTRAINT "FK_SeatSubstitutes_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_SeatSubstitutes_PersonId" ON "SeatSubstitutes" ("PersonId");

INSERT INTO "SeatSubstitutes" ("MemberId", "Order", "PersonId")
SELECT "Id", 1, "SubstituteId" FROM "Members" WHERE "SubstituteId" IS NOT NULL;

ALTER TABLE "Apologies" ADD COLUMN "RefusedIds" TEXT NOT NULL DEFAULT '[]';

UPDATE "Apologies" SET "RefusedIds" = '["' || lower(COALESCE("AskedId", (SELECT "SubstituteId" FROM "Members" WHERE "Members"."Id" = "MemberId"))) || '"]'
WHERE "RefusedAt" IS NOT NULL AND COALESCE("AskedId", (SELECT "SubstituteId" FROM "Members" WHERE "Members"."Id" = "MemberId")) IS NOT NULL;

-- The one substitute of before is moved; the column stays, since SQLite cannot drop it from a table that others refer to.
UPDATE "Members" SET "SubstituteId" = NULL WHERE "SubstituteId" IS NOT NULL;

ALTER TABLE "Members" ADD COLUMN "Party" TEXT NULL;
ALTER TABLE "Participants" ADD COLUMN "Party" TEXT NULL;
