-- Packages that are to be sealed, or were: by a job, since the key and the timestamp authority may be away. Outside the record.
CREATE TABLE "PackageSeals" (
    "SubjectId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "ForumId" TEXT NOT NULL,
    "Digest" TEXT NULL,
    "State" INTEGER NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "SealedAt" TEXT NULL,
    CONSTRAINT "PK_PackageSeals" PRIMARY KEY ("SubjectId", "Kind"),
    CONSTRAINT "FK_PackageSeals_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_PackageSeals_ForumId" ON "PackageSeals" ("ForumId");
CREATE INDEX "IX_PackageSeals_RequestedAt" ON "PackageSeals" ("RequestedAt") WHERE "State" = 1;
