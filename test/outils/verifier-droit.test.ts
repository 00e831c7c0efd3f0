import { spawnSync } from "node:child_process";

function verifierLe(jour: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["outils/verifier-droit.mjs", jour],
    { encoding: "utf8" }
  );
  return { status, stdout, stderr };
}

/** Aucun de ces tests ne lit l'heure : le jour leur est donné. */
describe("npm run verifier-droit", () => {
  test("dans l'année qui suit la vérification : réussit, et dit l'état", () => {
    const { status, stdout } = verifierLe("2026-11-23");
    expect(status).toBe(0);
    expect(stdout).toMatch(/relu le 22\/11\/2026.*suivi jusqu’au 02\/07\/2025/);
  });

  test("passé un an : échoue, dit quoi relire et où le noter", () => {
    const { status, stderr } = verifierLe("2999-01-01");
    expect(status).toBe(1);
    expect(stderr).toMatch(/L\. 302-8[^]*VERIFICATION, dans src\/regles\/bareme\.ts/);
  });

  test("une date illisible se dit", () => {
    expect(verifierLe("demain")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("demain") as string,
    });
  });
});
