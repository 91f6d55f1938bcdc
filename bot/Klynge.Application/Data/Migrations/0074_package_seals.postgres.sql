-- Packages that are to be sealed, or were: by a job, since the key and the timestamp authority may be away. Outside the record.
CREATE TABLE "PackageSeals" (
    "SubjectId" uuid NOT NULL,
    "Kind" integer NOT NULL,
    "ForumId" uuid NOT NULL,
    "Digest" text NULL,
    "State" integer NOT NULL,
    "RequestedAt" timestamptz NOT NULL,
    "SealedAt" timestamptz NULL,
    CONSTRAINT "PK_PackageSeals" PRIMARY KEY ("SubjectId", "Kind"),
    CONSTRAINT "FK_PackageSeals_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_PackageSeals_ForumId" ON "PackageSeals" ("ForumId");
CREATE INDEX "IX_PackageSeals_RequestedAt" ON "PackageSeals" ("RequestedAt") WHERE "State" = 1;
