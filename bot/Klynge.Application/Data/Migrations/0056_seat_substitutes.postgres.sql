-- A seat's substitutes in order, who of them cannot come to a meeting, and the party of a seat.
CREATE TABLE "SeatSubstitutes" (
    "MemberId" uuid NOT NULL,
    "Order" integer NOT NULL,
    "PersonId" uuid NOT NULL,
    CONSTRAINT "PK_SeatSubstitutes" PRIMARY KEY ("MemberId", "Order"),
    CONSTRAINT "FK_SeatSubstitutes_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id"),
    CONSTRAINT "FK_SeatSubstitutes_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_SeatSubstitutes_PersonId" ON "SeatSubstitutes" ("PersonId");

INSERT INTO "SeatSubstitutes" ("MemberId", "Order", "PersonId")
SELECT "Id", 1, "SubstituteId" FROM "Members" WHERE "SubstituteId" IS NOT NULL;

ALTER TABLE "Apologies" ADD COLUMN "RefusedIds" text NOT NULL DEFAULT '[]';

UPDATE "Apologies" SET "RefusedIds" = '["' || COALESCE("AskedId", (SELECT "SubstituteId" FROM "Members" WHERE "Members"."Id" = "MemberId"))::text || '"]'
WHERE "RefusedAt" IS NOT NULL AND COALESCE("AskedId", (SELECT "SubstituteId" FROM "Members" WHERE "Members"."Id" = "MemberId")) IS NOT NULL;

-- The one substitute of before is moved; the column stays, since SQLite cannot drop it from a table that others refer to.
UPDATE "Members" SET "SubstituteId" = NULL WHERE "SubstituteId" IS NOT NULL;

ALTER TABLE "Members" ADD COLUMN "Party" text NULL;
ALTER TABLE "Participants" ADD COLUMN "Party" text NULL;
