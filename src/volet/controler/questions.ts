import type { AvisCnsru, Condition, ContexteDeControle, Controle } from "../../controle";
import { enumerer, phraserCondition, typographier } from "../../redaction";
import { normaliserMot } from "../../regles";
import type { Aspect } from "./aspects";

type Reponses = Partial<ContexteDeControle>;

export interface Choix {
  nom: string;
  /** Ce que ce choix écrit dans le contrat. */
  reponses: Reponses;
  aspect: Aspect;
}

/** Une question de la liste à cocher, et sa réponse. */
export interface Question {
  /** La retrouve d'un contrôle à l'autre. */
  cle: string;
  enonce: string;
  article: string;
  choix: readonly Choix[];
  /** Le choix répondu ; `null` sans réponse. */
  repondu: Choix | null;
  /** Ce qui efface la réponse. */
  effacement: Reponses;
}

/** Ce que la loi demande et que le tableau ne dit pas, dans l'ordre du contrôle, avec ce que l'agent a répondu. */
export function questionsDe(controle: Controle, contexte: ContexteDeControle): Question[] {
  const relevees = controle.questions.flatMap((question) =>
    question.code === "accord" ? [question.commune] : []
  );
  return [
    ...controle.questions.map((condition) => poser(condition, relevees, contexte)),
    ...questionDesEntrantes(controle, contexte),
  ];
}

function poser(
  condition: Condition,
  relevees: readonly string[],
  contexte: ContexteDeControle
): Question {
  const { code, article } = condition;
  const commun = { cle: code, enonce: typographier(phraserCondition(condition)), article };
  switch (code) {
    case "plh":
      return { ...commun, ...ouiOuNon("plh", contexte) };
    case "toutes-les-communes":
      return { ...commun, ...ouiOuNon("toutesLesCommunes", contexte) };
    case "signataires":
      return { ...commun, ...ouiOuNon("signataires", contexte) };
    case "avis-cnsru":
      return { ...commun, ...avis(contexte) };
    case "accord": {
      const { commune } = condition;
      const cle = `accord/${normaliserMot(commune)}`;
      return { ...commun, cle, ...accord(commune, relevees, contexte) };
    }
  }
}

type SaReponse = Pick<Question, "choix" | "repondu" | "effacement">;

const ASPECTS = { Oui: "conforme", Non: "danger" } as const satisfies Record<string, Aspect>;

function choisir(
  oui: Reponses,
  non: Reponses,
  repondu: boolean | null
): Omit<SaReponse, "effacement"> {
  const choix: Choix[] = [
    { nom: "Oui", reponses: oui, aspect: ASPECTS.Oui },
    { nom: "Non", reponses: non, aspect: ASPECTS.Non },
  ];
  return { choix, repondu: repondu === null ? null : (choix[repondu ? 0 : 1] ?? null) };
}

function ouiOuNon(
  cle: "plh" | "toutesLesCommunes" | "signataires",
  contexte: ContexteDeControle
): SaReponse {
  const choisi = choisir({ [cle]: true }, { [cle]: false }, contexte[cle] ?? null);
  return { ...choisi, effacement: { [cle]: null } };
}

const ASPECTS_DES_AVIS: Readonly<Record<AvisCnsru, Aspect>> = {
  favorable: "conforme",
  défavorable: "neutre",
  rendu: "conforme",
  "non rendu": "danger",
};

/** « rendu », sans dire lequel, ne vient que de la feuille : il ne se propose pas, mais se montre. */
function avis({ avisCnsru }: ContexteDeControle): SaReponse {
  const repondu = typeof avisCnsru === "boolean" ? (avisCnsru ? "rendu" : "non rendu") : avisCnsru;
  const noms: AvisCnsru[] = ["favorable", "défavorable", "non rendu"];
  if (repondu === "rendu") noms.unshift("rendu");
  const choix = noms.map((nom) => ({
    nom: nom.charAt(0).toUpperCase() + nom.slice(1),
    reponses: { avisCnsru: nom },
    aspect: ASPECTS_DES_AVIS[nom],
  }));
  return {
    choix,
    repondu: choix.find(({ reponses }) => reponses.avisCnsru === repondu) ?? null,
    effacement: { avisCnsru: null },
  };
}

/** L'accord d'une commune s'écrit sans rien dire à la place des autres : les deux listes se donnent ensemble. */
function accord(
  commune: string,
  relevees: readonly string[],
  contexte: ContexteDeControle
): SaReponse {
  const reponse = (nom: string): boolean | null => accordDe(nom, contexte);
  const listes = (sienne: boolean | null): Reponses => {
    const dit = (voulu: boolean): string[] =>
      relevees.filter((nom) => (nom === commune ? sienne : reponse(nom)) === voulu);
    const [accords, refus] = [dit(true), dit(false)];
    return accords.length + refus.length > 0 ? { accords, refus } : { accords: null, refus: null };
  };
  return {
    ...choisir(listes(true), listes(false), reponse(commune)),
    effacement: listes(null),
  };
}

function accordDe(commune: string, { accords, refus }: ContexteDeControle): boolean | null {
  const estDans = (liste: readonly string[] | null | undefined): boolean =>
    liste?.some((nom) => normaliserMot(nom) === normaliserMot(commune)) ?? false;
  if (accords === "tous" || estDans(accords)) return true;
  if (estDans(refus)) return false;
  return accords && !refus ? false : null;
}

/** Demandé seulement si un taux fait présumer une entrante, ou si l'agent a déjà répondu. */
function questionDesEntrantes(
  { constats }: Controle,
  { entrantes }: ContexteDeControle
): Question[] {
  const presumees = constats.flatMap(({ code, commune }) =>
    code === "entrante-presumee" && commune ? [commune] : []
  );
  if (presumees.length === 0 && !entrantes) return [];
  const noms = entrantes ?? presumees;
  const { choix, repondu } = choisir(
    { entrantes: noms },
    { entrantes: [] },
    entrantes ? noms.length > 0 : null
  );
  return [
    {
      cle: "entrantes",
      enonce: typographier(
        noms.length > 0
          ? `${noms.length > 1 ? "Nouvelles entrantes" : "Nouvelle entrante"} : ${enumerer(noms, "et")}`
          : "Le tableau a de nouvelles entrantes"
      ),
      article: "L. 302-8, VIII",
      // Après « Non », on ne sait plus de qui l'on dirait « Oui » : il faut effacer d'abord.
      choix: noms.length > 0 ? choix : choix.slice(1),
      repondu: repondu && { ...repondu, aspect: "conforme" },
      effacement: { entrantes: null },
    },
  ];
}
