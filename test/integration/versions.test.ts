import { enregistrerContrat, lireFeuille } from "../../src/classeur";
import {
  CONTRAT_VIDE,
  designer,
  figer,
  lireContrat,
  repondre,
  type Contrat,
} from "../../src/contrat";
import type { VersionSignee } from "../../src/controle";
import { ecrireXlsx, lireXlsx } from "../../src/fichier";
import { depuisUniver } from "../../src/hote";
import { demarrerBanc, type Banc } from "./banc";

/** Le contrat signé, puis ses avenants, gardés sur la feuille par office.js : rien ne se perd, où que tombe une panne. */

const FEUILLE = "CMS – Contrat";
const EPCI = "CA du Val d'Orle";
const NOMS = ["L'Haÿ-d'en-Haut", '=HYPERLINK("http://exemple";"clic")', "Saint-Jean « le Vieux »"];

function version(nombre: number, avenant: number): VersionSignee {
  return {
    epci: EPCI,
    avenant,
    signeLe: ["2026-06-30", "2027-02-15", "2027-12-01", "2028-03-31"][avenant] ?? "",
    inventaire: 2025,
    periode: "2026-2028",
    type: "mutualisant",
    communes: Array.from({ length: nombre }, (_, n) => ({
      nom: NOMS[n] ?? `Commune ${n + 1}`,
      insee: n === 1 ? null : `0${1001 + n}`,
      deficit: 100 + n,
      objectifLegal: n === 2 ? null : 33 + n,
      objectif: 40 + n + avenant,
      plai: 12,
      pls: null,
    })),
  };
}

function figee(contrat: Contrat, nombre: number, avenant: number): Contrat {
  const fige = figer(contrat, version(nombre, avenant));
  if (!fige.ok) throw new Error(fige.refus.code);
  return fige.contrat;
}

const REPONDU = designer(repondre(CONTRAT_VIDE, EPCI, { plh: true }), "Source", "deficit", "C");

/** Une panne à chaque opération, l'une après l'autre. */
jest.setTimeout(120_000);

let banc: Banc;

beforeEach(async () => {
  banc = await demarrerBanc({ feuilles: { Source: [["Commune", 500]], Autre: [] } });
});

afterEach(() => banc.fermer());

const relire = async () => lireContrat((await lireFeuille()).contrat);

test.each([1, 40, 300])(
  "%i communes : signer, puis trois avenants, en deux allers-retours chacun, relus à l'identique",
  async (nombre) => {
    await enregistrerContrat(REPONDU);
    let contrat = REPONDU;
    const mesures: string[] = [];
    for (let avenant = 0; avenant < 4; avenant++) {
      contrat = figee(contrat, nombre, avenant);
      banc.fil.vider();
      await enregistrerContrat(contrat);
      expect(banc.fil.nombre).toBe(2);
      expect(banc.fil.actions).toBeLessThan(140);
      mesures.push(
        `${banc.fil.actions} opérations, ${Math.round(banc.fil.octets / nombre)} octets`
      );
      banc.fil.vider();
      expect(await relire()).toEqual({ contrat, illisibles: [] });
      expect(banc.fil.nombre).toBe(1);
    }
    process.stdout.write(`    ${nombre} communes : ${mesures.join(" ; ")} par commune\n`);
  }
);

test("un contrat déjà signé quand la feuille se crée y entre avec elle", async () => {
  const contrat = figee(REPONDU, 3, 0);
  await enregistrerContrat(contrat);
  expect(banc.fil.nombre).toBe(2);
  expect(await relire()).toEqual({ contrat, illisibles: [] });
});

test("une version qu'un collègue a signée entre-temps reste la seule, et la nôtre est refusée", async () => {
  const [sienne, notre] = [figee(REPONDU, 3, 0), version(10, 0)];
  await enregistrerContrat(sienne);
  const demande = enregistrerContrat(figee(REPONDU, 10, 0), notre);
  await expect(demande).rejects.toMatchObject({ code: "VersionDejaSignee" });
  expect(await relire()).toEqual({ contrat: sienne, illisibles: [] });

  await enregistrerContrat(figee(sienne, 10, 1), version(10, 1));
  expect((await relire()).contrat.versions).toHaveLength(2);
});

test("la date reste un texte lisible, et un nom qui ressemble à une formule reste un nom", async () => {
  await enregistrerContrat(figee(REPONDU, 3, 0));
  const ecrit = await lireXlsx(await ecrireXlsx(depuisUniver(banc.hote.classeur)));
  const cellules = ecrit.feuilles.find(({ nom }) => nom === FEUILLE)?.cellules ?? [];
  const valeurs = cellules.map(({ valeur }) => valeur);
  expect(valeurs.filter((valeur) => valeur === "30/06/2026")).toHaveLength(3);
  expect(valeurs).toContain(NOMS[1]);
  expect(cellules.filter(({ formule }) => formule !== undefined)).toEqual([]);
});

test("une panne, où qu'elle tombe, laisse la feuille comme elle était : version, réponses, notes", async () => {
  await enregistrerContrat(figee(REPONDU, 10, 0));
  banc.saisir(`${FEUILLE}!A90`, "Vu avec la préfecture");
  const avant = await relire();
  const cellules = (await lireFeuille()).contrat;
  const demande = figee(repondre(avant.contrat, EPCI, { signataires: true }), 10, 1);
  let pannes = 0;
  for (let rang = 0; ; rang++) {
    const panne = banc.panne(rang);
    const issue = await enregistrerContrat(demande).catch(() => "panne");
    if (!panne.declenchee) {
      expect(issue).toBeUndefined();
      break;
    }
    pannes++;
    expect(issue).toBe("panne");
    expect((await lireFeuille()).contrat).toEqual(cellules);
  }
  expect(pannes).toBeGreaterThan(10);
  expect(await relire()).toEqual({ contrat: demande, illisibles: [] });
  expect(await banc.lire(`${FEUILLE}!A90`)).toBe("Vu avec la préfecture");
});

test("la première version, en panne, ne laisse ni titre ni ligne", async () => {
  await enregistrerContrat(REPONDU);
  const cellules = (await lireFeuille()).contrat;
  for (let rang = 0; ; rang++) {
    const panne = banc.panne(rang);
    await enregistrerContrat(figee(REPONDU, 10, 0)).catch(() => "panne");
    if (!panne.declenchee) break;
    expect((await lireFeuille()).contrat).toEqual(cellules);
  }
});

test("un autre poste a signé entre-temps : sa version reste", async () => {
  const signe = figee(REPONDU, 3, 0);
  await enregistrerContrat(signe);
  const autre = figer(REPONDU, { ...version(2, 0), signeLe: "2026-07-14" });
  if (!autre.ok) throw new Error(autre.refus.code);
  await enregistrerContrat(autre.contrat);
  expect((await relire()).contrat.versions).toEqual(signe.versions);
});
