import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { demarrerServeur } from "../../outils/serveur.cjs";

const dossier = mkdtempSync(path.join(os.tmpdir(), "cms-serveur-"));
const classeur = path.join(dossier, "essai.xlsx");
const ouverts: http.Server[] = [];

beforeAll(() => writeFileSync(classeur, "contenu du classeur"));

afterEach(async () => {
  await Promise.all(ouverts.splice(0).map((serveur) => new Promise((fin) => serveur.close(fin))));
});

afterAll(() => rmSync(dossier, { recursive: true }));

async function demarrer(port = 0, fichier?: string) {
  const demarre = await demarrerServeur({
    port,
    accueil: "/hote/index.html",
    ...(fichier === undefined ? {} : { classeur: fichier }),
    pages: (requete, reponse) => void reponse.end(`page ${requete.url}`),
  });
  ouverts.push(demarre.serveur);
  return demarre;
}

/** Requête brute : `fetch` interdit de choisir l'en-tête Host et normalise le chemin. */
function demander(adresse: string, options: http.RequestOptions) {
  const { hostname, port } = new URL(adresse);
  return new Promise<{
    statut: number | undefined;
    entetes: http.IncomingHttpHeaders;
    corps: string;
  }>((resoudre, rejeter) => {
    const requete = http.request({ hostname, port, agent: false, ...options }, (reponse) => {
      let corps = "";
      reponse.setEncoding("utf8").on("data", (morceau: string) => (corps += morceau));
      reponse.on("end", () =>
        resoudre({ statut: reponse.statusCode, entetes: reponse.headers, corps })
      );
    });
    requete.on("error", rejeter).end();
  });
}

test("l'adresse « / » mène à l'accueil, le reste aux pages", async () => {
  const { adresse } = await demarrer();
  const accueil = await demander(adresse, { path: "/" });
  expect(accueil).toMatchObject({ statut: 302, entetes: { location: "/hote/index.html" } });
  expect((await demander(adresse, { path: "/volet.html" })).corps).toBe("page /volet.html");
});

test("seul le classeur donné est lu sur le disque", async () => {
  const { adresse } = await demarrer(0, classeur);
  const recu = await demander(adresse, { path: "/classeur.xlsx?x=1" });
  expect(recu).toMatchObject({ statut: 200, corps: "contenu du classeur" });
  expect(recu.entetes["content-type"]).toContain("spreadsheetml");
  expect(recu.entetes["content-disposition"]).toContain("essai.xlsx");
  const ailleurs = await demander(adresse, { path: "/../../etc/passwd" });
  expect(ailleurs.corps).toBe("page /../../etc/passwd");
});

test("sans classeur, une réponse vide ; s'il a disparu, 404", async () => {
  const sans = await demarrer();
  expect((await demander(sans.adresse, { path: "/classeur.xlsx" })).statut).toBe(204);
  const disparu = await demarrer(0, path.join(dossier, "absent.xlsx"));
  expect((await demander(disparu.adresse, { path: "/classeur.xlsx" })).statut).toBe(404);
});

test("ni autre site, ni écriture, ni lecture depuis une autre origine", async () => {
  const { adresse } = await demarrer(0, classeur);
  const etranger = await demander(adresse, {
    path: "/classeur.xlsx",
    headers: { Host: "site.exemple" },
  });
  expect(etranger).toMatchObject({ statut: 403, corps: "Adresse inconnue" });
  expect((await demander(adresse, { path: "/", method: "POST" })).statut).toBe(405);
  const { entetes } = await demander(adresse, { path: "/classeur.xlsx" });
  expect(entetes["access-control-allow-origin"]).toBeUndefined();
  expect(entetes["cross-origin-resource-policy"]).toBe("same-origin");
});

test("un port déjà pris se dit, avec le remède", async () => {
  const { adresse } = await demarrer();
  const port = Number(new URL(adresse).port);
  await expect(demarrer(port)).rejects.toThrow(
    `Le port ${port} est déjà pris, sans doute par un autre « npm start ». Arrêtez-le, ou laissez choisir un port libre`
  );
});
