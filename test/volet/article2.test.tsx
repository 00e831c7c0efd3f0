import { act, screen, waitFor, within } from "@testing-library/react";
import { estFormule, planExemple, type PlanDeFeuille } from "../../src/feuilles";
import { PLAQUETTE, type Lignes } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrir, ouvrirEtControler } from "./ouvrir";

/** 12,3 points d'écart à 20 % : moins de 10 % de logements sociaux. */
const ABAISSANT: Lignes = [
  ["Nom de la commune", "LS manquants", "Écart", "Taux de LS", "Objectifs 2026-2028 abaissés"],
  ["Commune A", 500, 12.3, 0.077, 130],
];

async function preparer(lignes: Lignes) {
  const ouvert = await ouvrirEtControler(lignes);
  await ouvert.utilisateur.click(await screen.findByRole("tab", { name: "Article 2" }));
  await screen.findByRole("heading", { level: 2 });
  return ouvert;
}

function formulesDe(plan: PlanDeFeuille | undefined): string {
  const contenus = plan?.blocs.flatMap((bloc) => bloc.contenus.flat()) ?? [];
  return contenus
    .filter(estFormule)
    .map(({ formule }) => formule)
    .join("\n");
}

test("l'aperçu : communes, sommes, PLAI et PLS comptés par commune", async () => {
  await preparer(PLAQUETTE);
  const total = await screen.findByRole("row", { name: /^Total/ });
  expect(
    within(total)
      .getAllByRole("cell")
      .map((c) => c.textContent)
  ).toEqual(["800", "264", "264"]);
  // 30 % de 85 et de 179 : 25,5 et 53,7, arrondis à 26 et 54 pour le PLAI, à 25 et 53 pour le PLS.
  expect(screen.getByText("Au moins 80 PLAI et au plus 78 PLS ou assimilés.")).toBeInTheDocument();
});

test("créer la feuille : bouton occupé, puis son nom et le lien pour l'ouvrir", async () => {
  const { classeur, utilisateur } = await preparer(PLAQUETTE);
  const ecriture = plusTard<string[]>();
  classeur.ecrirePlans.mockImplementationOnce(() => ecriture.promesse);
  const creer = await screen.findByRole("button", { name: "Créer la feuille" });
  await utilisateur.click(creer);
  expect(creer).toHaveTextContent("Création…");
  await utilisateur.click(creer);
  expect(classeur.ecrirePlans).toHaveBeenCalledTimes(1);

  ecriture.tenir(["Article 2 – 2026-2028"]);
  const compteRendu = await screen.findByText(/créée/);
  expect(compteRendu).toHaveTextContent("Article 2 – 2026-2028");
  expect(creer).toHaveTextContent("Créer la feuille");
  await utilisateur.click(screen.getByRole("button", { name: "Ouvrir la feuille" }));
  expect(classeur.allerA).toHaveBeenCalledWith("Article 2 – 2026-2028", "A1");
});

test("ouvrir la feuille créée, qui est alors contrôlée, n'efface pas le compte rendu", async () => {
  const { classeur, utilisateur } = await preparer(PLAQUETTE);
  await utilisateur.click(await screen.findByRole("button", { name: "Créer la feuille" }));
  await screen.findByText(/créée/);
  act(() => classeur.changer(PLAQUETTE, "Article 2 – 2026-2028"));
  await waitFor(() => expect(classeur.lireFeuille).toHaveBeenCalledTimes(2));
  expect(await screen.findByText(/créée/)).toBeInTheDocument();
});

test("le nom proposé est libre, même après une première création", async () => {
  const { utilisateur } = await preparer(PLAQUETTE);
  const nom = await screen.findByLabelText("Nom de la feuille");
  expect(nom).toHaveValue("Article 2 – 2026-2028");
  await utilisateur.click(screen.getByRole("button", { name: "Créer la feuille" }));
  await screen.findByText(/créée/);
  expect(nom).toHaveValue("Article 2 – 2026-2028 (2)");
});

test.each([
  ["Mutualisation", /Ce nom est pris.*Mutualisation \(2\)/],
  ["a/b", /Excel refuse/],
  ["a".repeat(32), /31 caractères : raccourcissez/],
])("le nom « %s » est jugé sous le champ", async (saisie, message) => {
  const { utilisateur } = await preparer(PLAQUETTE);
  const nom = await screen.findByLabelText("Nom de la feuille");
  await utilisateur.clear(nom);
  await utilisateur.type(nom, saisie);
  expect(screen.getByText(message)).toBeInTheDocument();
});

test("un nom refusé n'écrit rien", async () => {
  const { classeur, utilisateur } = await preparer(PLAQUETTE);
  await utilisateur.clear(await screen.findByLabelText("Nom de la feuille"));
  await utilisateur.click(screen.getByRole("button", { name: "Créer la feuille" }));
  expect(classeur.ecrirePlans).not.toHaveBeenCalled();
});

test("non conforme : on est prévenu avant d'écrire", async () => {
  const deficitaire = PLAQUETTE.slice(0, 3);
  await preparer(deficitaire);
  expect(await screen.findByText(/Il manque 80 logements\. Non conforme/)).toBeInTheDocument();
});

test("une panne dit sa cause et le geste", async () => {
  const { classeur, utilisateur } = await preparer(PLAQUETTE);
  classeur.ecrirePlans.mockRejectedValueOnce(erreurOffice("AccessDenied"));
  await utilisateur.click(await screen.findByRole("button", { name: "Créer la feuille" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Ôtez la protection");
});

test("une feuille sans tableau : pas de feuille à écrire, et pourquoi", async () => {
  await preparer([["Rien"]]);
  expect(await screen.findByText(/Aucun tableau/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Créer la feuille" })).not.toBeInTheDocument();
});

describe("les autres contrats", () => {
  test.each<[string, Lignes, string[]]>([
    ["abaissant", ABAISSANT, ["165", "–", "130"]],
    [
      "sans aménagement",
      [
        ["Contrat de mixité sociale sans aménagement 2026-2028"],
        [
          "Nom de la commune",
          "LS manquants",
          "Écart au taux légal (points)",
          "Objectifs 2026-2028",
        ],
        ["Commune A", 500, 5, 165],
      ],
      ["500", "165", "165"],
    ],
    [
      "par arrondissement",
      [
        ["Arrondissement", "Taux de LS", "Objectifs 2026-2028 retenus"],
        ["Paris 1er", 0.12, 40],
        ["Paris 2e", 0.2, 60],
      ],
      ["100"],
    ],
  ])(
    "%s : l'aperçu a ses colonnes et ses sommes, et la feuille s'écrit",
    async (_, lignes, sommes) => {
      const { classeur, utilisateur } = await preparer(lignes);
      const total = await screen.findByRole("row", { name: /^Total/ });
      expect(
        within(total)
          .getAllByRole("cell")
          .map((c) => c.textContent)
      ).toEqual(sommes);
      await utilisateur.click(screen.getByRole("button", { name: "Créer la feuille" }));
      expect(classeur.ecrirePlans).toHaveBeenCalledTimes(1);
    }
  );

  test("sous 10 % de logements sociaux, le volet demande s'il y a un PLH avant de compter les PLS", async () => {
    const { utilisateur } = await preparer(ABAISSANT);
    expect(await screen.findByText(/PLS à préciser/)).toBeInTheDocument();
    const question = screen.getByRole("radiogroup", { name: /PLH/ });
    await utilisateur.click(within(question).getByRole("radio", { name: "Non" }));
    expect(await screen.findByText(/au plus 26 PLS/)).toBeInTheDocument();
    await utilisateur.click(within(question).getByRole("radio", { name: "Oui" }));
    expect(await screen.findByText(/au plus 39 PLS/)).toBeInTheDocument();
  });
});

test.each([
  [/^Formules du complément/, /CMS\.OBJECTIF/],
  [/^Formules ordinaires/, /IF\(ISLOGICAL\(/],
])("« %s » : la feuille est écrite ainsi", async (nom, attendue) => {
  const { classeur, utilisateur } = await preparer(PLAQUETTE);
  await utilisateur.click(await screen.findByRole("radio", { name: nom }));
  await utilisateur.click(screen.getByRole("button", { name: "Créer la feuille" }));
  expect(formulesDe(classeur.ecrirePlans.mock.calls[0]?.[0]?.[0])).toMatch(attendue);
});

test("« Valeurs » : la feuille écrite n'a aucune formule", async () => {
  const { classeur, utilisateur } = await preparer(PLAQUETTE);
  await utilisateur.click(await screen.findByRole("radio", { name: /^Valeurs/ }));
  await utilisateur.click(screen.getByRole("button", { name: "Créer la feuille" }));
  expect(formulesDe(classeur.ecrirePlans.mock.calls[0]?.[0]?.[0])).toBe("");
});

test("insérer un exemple l'écrit, le montre et le contrôle", async () => {
  const { classeur, utilisateur } = ouvrir(PLAQUETTE);
  await utilisateur.click(screen.getByRole("button", { name: "Insérer un exemple" }));
  await utilisateur.click(await screen.findByRole("button", { name: "Plaquette de la DHUP" }));
  expect(await screen.findByRole("heading", { name: /^Équilibré/ })).toBeInTheDocument();
  expect(classeur.ecrirePlan).toHaveBeenCalledWith(planExemple("plaquette"));
  expect(classeur.allerA).toHaveBeenCalledWith(planExemple("plaquette").nom, "A1");
});

test("un exemple qui ne peut s'écrire dit pourquoi, et rien n'est contrôlé", async () => {
  const { classeur, utilisateur } = ouvrir(PLAQUETTE);
  classeur.ecrirePlan.mockRejectedValueOnce(erreurOffice("AccessDenied"));
  await utilisateur.click(screen.getByRole("button", { name: "Insérer un exemple" }));
  await utilisateur.click(await screen.findByRole("button", { name: "Grand Poitiers" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Le classeur refuse");
  expect(classeur.lireFeuille).not.toHaveBeenCalled();
});

test("l'article 2 ouvert, le volet reste sur le tableau dont il est tiré", async () => {
  const { classeur } = await preparer(PLAQUETTE);
  const article2 = [...PLAQUETTE, ["Mentions. Établi avec Complément CMS 0.1.0."]];
  act(() => classeur.changer(article2, "Article 2 – 2026-2028"));
  await waitFor(() =>
    expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
      expect.objectContaining({ aLire: { feuille: "Mutualisation" } })
    )
  );
});
