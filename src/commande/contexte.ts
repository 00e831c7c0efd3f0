import type { AvisCnsru, ContexteDeControle } from "../controle";
import { typographier } from "../redaction";
import { PERIODES, normaliserMot } from "../regles";
import { CommandeIncorrecte } from "./options";

/** Ce qu'une clé admet, dit à l'utilisateur, et sa lecture : `undefined` si la valeur n'est pas admise. */
interface Cle<T> {
  admis: string;
  lire: (valeur: unknown) => T | undefined;
}

const LISTE = 'une liste de noms de communes, comme ["Alpha", "Bêta"]';
const AVIS: readonly AvisCnsru[] = ["favorable", "défavorable", "rendu", "non rendu"];

const CLES: {
  [C in keyof ContexteDeControle]-?: Cle<NonNullable<ContexteDeControle[C]>>;
} = {
  plh: { admis: "true (PLH exécutoire) ou false", lire: lireBooleen },
  avisCnsru: {
    admis: `${AVIS.map((mot) => `« ${mot} »`).join(", ")}, true ou false`,
    lire: lireAvis,
  },
  accords: {
    admis: `« tous », ou ${LISTE}`,
    lire: (valeur) => (estLeMot(valeur, "tous") ? "tous" : lireNoms(valeur)),
  },
  entrantes: { admis: LISTE, lire: lireNoms },
  periodesConsecutives: { admis: "un nombre entier, de 1 à 10", lire: (v) => lireEntier(v, 10) },
  periode: {
    admis: PERIODES.map((periode) => `« ${periode} »`).join(", "),
    lire: (valeur) => PERIODES.find((periode) => estLeMot(valeur, periode)),
  },
  objectifCommunal: {
    admis: "un nombre entier de logements, à partir de 1",
    lire: (valeur) => lireEntier(valeur, 1_000_000),
  },
  toutesLesCommunes: {
    admis: "true (les communes déficitaires de l'EPCI sont toutes là) ou false",
    lire: lireBooleen,
  },
  signataires: { admis: "true (tous signent) ou false", lire: lireBooleen },
  exemptees: { admis: LISTE, lire: lireNoms },
  carencees: { admis: LISTE, lire: lireNoms },
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
    const lue = estUneCle(cle) ? CLES[cle].lire(valeur) : undefined;
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
  return Object.hasOwn(CLES, cle);
}

function direFaute(cle: string, valeur: unknown): string {
  return estUneCle(cle)
    ? `« ${cle} » vaut ${JSON.stringify(valeur)} ; admis : ${CLES[cle].admis}.`
    : `la clé « ${cle} » n'existe pas ; clés admises : ${Object.keys(CLES).join(", ")}.`;
}

function lireBooleen(valeur: unknown): boolean | undefined {
  return typeof valeur === "boolean" ? valeur : undefined;
}

function lireAvis(valeur: unknown): AvisCnsru | undefined {
  if (typeof valeur === "boolean") return valeur ? "rendu" : "non rendu";
  return AVIS.find((mot) => estLeMot(valeur, mot));
}

function lireNoms(valeur: unknown): string[] | undefined {
  const liste: unknown[] = Array.isArray(valeur) ? valeur : [undefined];
  const noms = liste.filter((nom) => typeof nom === "string" && nom.trim() !== "") as string[];
  return noms.length === liste.length ? noms : undefined;
}

function lireEntier(valeur: unknown, maximum: number): number | undefined {
  const admis = Number.isInteger(valeur) && Number(valeur) >= 1 && Number(valeur) <= maximum;
  return admis ? Number(valeur) : undefined;
}

/** Casse, accents et espaces ne comptent pas. */
function estLeMot(valeur: unknown, mot: string): boolean {
  return typeof valeur === "string" && normaliserMot(valeur) === normaliserMot(mot);
}

function refus(nom: string, suite: string): CommandeIncorrecte {
  return new CommandeIncorrecte(typographier(`Le contexte « ${nom} » est à corriger :${suite}`));
}
