import { admettre } from "../contrat";
import type { ContexteDeControle } from "../controle";
import { typographier } from "../redaction";
import { PERIODES } from "../regles";
import { CommandeIncorrecte } from "./lire-arguments";

const LISTE = 'une liste de noms de communes, comme ["Alpha", "Bêta"]';

/** Ce que chaque clé admet, en JSON ; la pièce `contrat` en décide, pour le fichier comme pour la feuille « CMS – Contrat ». */
const ADMIS: Readonly<Record<keyof ContexteDeControle, string>> = {
  plh: "true (PLH exécutoire) ou false",
  avisCnsru: "« favorable », « défavorable », « rendu », « non rendu », true ou false",
  accords: `« tous », ou ${LISTE}`,
  refus: LISTE,
  entrantes: LISTE,
  periodesConsecutives: "un nombre entier, de 1 à 10",
  periode: PERIODES.map((periode) => `« ${periode} »`).join(", "),
  objectifCommunal: "un nombre entier de logements, à partir de 1",
  toutesLesCommunes: "true (les communes déficitaires de l'EPCI sont toutes là) ou false",
  signataires: "true (tous signent) ou false",
  exemptees: LISTE,
  carencees: LISTE,
};

/**
 * Lit le fichier de contexte. `null` vaut une clé absente.
 * @param nom Nom du fichier, pour les messages.
 * @throws CommandeIncorrecte Ce n'est pas du JSON, ou des clés sont inconnues ou mal remplies : toutes sont dites.
 */
export function lireContexte(json: string, nom: string): ContexteDeControle {
  const lu = analyser(json, nom);
  const contexte: ContexteDeControle = {};
  const fautes: string[] = [];
  for (const [cle, valeur] of Object.entries(lu)) {
    if (valeur === null) continue;
    const lue = estUneCle(cle) ? admettre(cle, valeur) : undefined;
    if (lue === undefined) fautes.push(direFaute(cle, valeur));
    else Object.assign(contexte, { [cle]: lue });
  }
  if (fautes.length > 0) throw refus(nom, fautes.map((faute) => `\n- ${faute}`).join(""));
  return contexte;
}

function analyser(json: string, nom: string): object {
  let lu: unknown;
  try {
    // Le Bloc-notes de Windows commence parfois un fichier par cette marque.
    lu = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (erreur) {
    throw refus(nom, ` ce n'est pas du JSON valide${placeDe(erreur, json)}.`);
  }
  if (typeof lu !== "object" || lu === null || Array.isArray(lu))
    throw refus(nom, ' un objet est attendu, comme { "plh": true, "accords": "tous" }.');
  return lu;
}

/** « , ligne 2, colonne 5 », si le message de l'analyseur donne une position. */
function placeDe(erreur: unknown, json: string): string {
  const position = /position (\d+)/.exec(String(erreur))?.[1];
  if (position === undefined) return "";
  const avant = json.slice(0, Number(position)).split("\n");
  return `, ligne ${avant.length}, colonne ${(avant.at(-1)?.length ?? 0) + 1}`;
}

function estUneCle(cle: string): cle is keyof ContexteDeControle {
  return Object.hasOwn(ADMIS, cle);
}

function direFaute(cle: string, valeur: unknown): string {
  return estUneCle(cle)
    ? `« ${cle} » vaut ${JSON.stringify(valeur)} ; admis : ${ADMIS[cle]}.`
    : `la clé « ${cle} » n'existe pas ; clés admises : ${Object.keys(ADMIS).join(", ")}.`;
}

function refus(nom: string, suite: string): CommandeIncorrecte {
  return new CommandeIncorrecte(typographier(`Le contexte « ${nom} » est à corriger :${suite}`));
}
