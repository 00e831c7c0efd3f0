import { screen, within } from "@testing-library/react";
import { FEUILLES_DU_DOSSIER, estFormule, rassembler } from "../../src/feuilles";
import { apercevoir } from "../../src/volet/dossier/apercevoir";
import { controler } from "../outils/controler";
import { feuilleDe } from "../outils/feuille";
import { PLAQUETTE, type Lignes } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrirEtControler } from "./ouvrir";

// Toutes cochées, une douzaine de champs se redessinent à chaque geste.
jest.setTimeout(30_000);

const TOTAL = FEUILLES_DU_DOSSIER.length;

async function preparer(lignes: Lignes = PLAQUETTE) {
  const ouvert = await ouvrirEtControler(lignes);
  await ouvert.utilisateur.click(await screen.findByRole("tab", { name: "Dossier" }));
  await screen.findByRole("heading", { level: 2 });
  return ouvert;
}

const caseDe = (nom: RegExp | string) => screen.getByRole("checkbox", { name: nom });
const nomDe = (titre: string) =>
  screen.getByRole("textbox", { name: new RegExp(`Nom de la feuille.*${titre}`) });
const boutonCreer = () => screen.getByRole("button", { name: "Créer les feuilles" });

test("toutes les feuilles du dossier sont proposées, avec ce qu'elles contiennent, et aucune n'est cochée d'office", async () => {
  await preparer();
  const cases = within(screen.getByRole("list")).getAllByRole("checkbox");
  expect(cases).toHaveLength(TOTAL);
  for (const coche of cases) {
    expect(coche).not.toBeChecked();
    expect(coche).toHaveAccessibleDescription(/\w/);
  }
  expect(screen.getByText("Cochez les feuilles à créer.")).toBeInTheDocument();
});

test("tout cocher, créer : un seul envoi, puis un lien pour ouvrir chacune, et tout est décoché", async () => {
  const { classeur, utilisateur } = await preparer();
  await utilisateur.click(caseDe("Tout cocher"));
  expect(screen.getByText(new RegExp(`^${TOTAL} feuilles seront ajoutées`))).toBeInTheDocument();
  const ecriture = plusTard<string[]>();
  classeur.ecrirePlans.mockImplementationOnce(() => ecriture.promesse);
  await utilisateur.click(boutonCreer());
  const enCours = screen.getByRole("button", { name: "Création…" });
  expect(screen.getByRole("progressbar")).toBeInTheDocument();
  await utilisateur.click(enCours);
  expect(classeur.ecrirePlans).toHaveBeenCalledTimes(1);
  expect(classeur.ecrirePlans.mock.calls[0]?.[1]).toBe("Mutualisation");

  const plans = classeur.ecrirePlans.mock.calls[0]?.[0] ?? [];
  const noms = plans.map(({ nom }) => nom);
  expect(noms).toHaveLength(TOTAL);
  expect(new Set(noms.map((nom) => nom.toLowerCase())).size).toBe(TOTAL);
  ecriture.tenir(noms);
  for (const nom of noms) {
    const lien = await screen.findByRole("button", { name: `Ouvrir «\u00a0${nom}\u00a0»` });
    await utilisateur.click(lien);
    expect(classeur.allerA).toHaveBeenLastCalledWith(nom, "A1");
  }
  expect(caseDe("Tout cocher")).not.toBeChecked();
  expect(boutonCreer()).toBeInTheDocument();
});

test("créées une fois, les feuilles ne sont jamais remplacées : un autre nom est proposé", async () => {
  const { utilisateur } = await preparer();
  for (const suffixe of ["", " (2)"]) {
    await utilisateur.click(caseDe(/^Notifications/));
    expect(nomDe("Notifications")).toHaveValue(`Notifications – 2026-2028${suffixe}`);
    await utilisateur.click(boutonCreer());
    await screen.findByText(
      new RegExp(`Notifications – 2026-2028${suffixe.replace(/[()]/g, ".")}.*créée`)
    );
  }
});

test("créées ici, les feuilles sont connues des autres onglets : « Suivre » lit l'article 3, et le même nom n'est plus dit libre", async () => {
  const { utilisateur } = await preparer();
  await utilisateur.click(caseDe(/^Article 3/));
  await utilisateur.click(boutonCreer());
  await screen.findByText(/Article 3 – 2026-2028.*créée/);
  await utilisateur.click(screen.getByRole("tab", { name: "Suivre" }));
  expect(await screen.findByRole("button", { name: "Actualiser" })).toBeInTheDocument();
  expect(screen.queryByText(/n’a pas de feuille/)).toBeNull();
  await utilisateur.click(screen.getByRole("tab", { name: "Dossier" }));
  await utilisateur.click(await screen.findByRole("checkbox", { name: /^Article 3/ }));
  expect(nomDe("Article 3")).toHaveValue("Article 3 – 2026-2028 (2)");
});

test.each([
  ["Mutualisation", /Ce nom est pris.*Mutualisation \(2\)/, true],
  ["a/b", /Excel refuse/, false],
  ["a".repeat(32), /31 caractères : raccourcissez/, false],
  ["'a", /apostrophe/, false],
])("le nom « %s » est jugé sous son champ", async (saisie, message, admis) => {
  const { classeur, utilisateur } = await preparer();
  await utilisateur.click(caseDe(/^Notifications/));
  const nom = nomDe("Notifications");
  await utilisateur.clear(nom);
  await utilisateur.paste(saisie);
  expect(screen.getByText(message)).toBeInTheDocument();
  await utilisateur.click(boutonCreer());
  expect(classeur.ecrirePlans).toHaveBeenCalledTimes(admis ? 1 : 0);
});

test("le même nom donné à deux feuilles : la seconde en prend un autre", async () => {
  const { utilisateur } = await preparer();
  await utilisateur.click(caseDe("Tout cocher"));
  const nom = nomDe("Notifications");
  await utilisateur.clear(nom);
  await utilisateur.paste("Article 2 – 2026-2028");
  expect(screen.getByText(/Ce nom est pris.*Article 2 – 2026-2028 \(2\)/)).toBeInTheDocument();
});

test("sans case cochée, rien ne s'écrit", async () => {
  const { classeur, utilisateur } = await preparer();
  await utilisateur.click(boutonCreer());
  expect(classeur.ecrirePlans).not.toHaveBeenCalled();
});

test("l'aperçu montre les titres et les premières lignes, avant d'écrire", async () => {
  const { classeur, utilisateur } = await preparer();
  const bouton = screen.getByRole("button", { name: /^Aperçu de.*Notifications/ });
  await utilisateur.click(bouton);
  expect(bouton).toHaveAttribute("aria-expanded", "true");
  const tableau = screen.getByRole("table", { name: /Notifications/ });
  expect(within(tableau).getByRole("columnheader", { name: "Commune" })).toBeInTheDocument();
  expect(within(tableau).getByRole("cell", { name: "Commune B" })).toBeInTheDocument();
  expect(screen.getByText(/^À droite.*Objectif retenu/)).toBeInTheDocument();
  expect(classeur.ecrirePlans).not.toHaveBeenCalled();
  await utilisateur.click(bouton);
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
});

test("la forme choisie est celle de toutes les feuilles", async () => {
  const { classeur, utilisateur } = await preparer();
  await utilisateur.click(caseDe("Tout cocher"));
  await utilisateur.click(screen.getByRole("radio", { name: /^Valeurs/ }));
  await utilisateur.click(boutonCreer());
  const plans = classeur.ecrirePlans.mock.calls[0]?.[0] ?? [];
  const formules = plans
    .flatMap(({ blocs }) => blocs.flatMap(({ contenus }) => contenus.flat()))
    .filter(estFormule)
    .filter(({ formule }) => formule.includes("CMS."));
  expect(formules).toEqual([]);
});

test.each([
  ["ClasseurProtege", /Ôtez la protection du classeur/],
  ["AccessDenied", /lecture seule/],
  ["FeuilleInachevee", /Supprimez à la main/],
])("%s : la panne dit sa cause et le geste, et les cases restent cochées", async (code, dit) => {
  const { classeur, utilisateur } = await preparer();
  await utilisateur.click(caseDe(/^Notifications/));
  classeur.ecrirePlans.mockRejectedValueOnce(erreurOffice(code));
  await utilisateur.click(boutonCreer());
  expect(await screen.findByRole("alert")).toHaveTextContent(dit);
  expect(caseDe(/^Notifications/)).toBeChecked();
});

test("sans tableau contrôlé, pas de dossier, et pourquoi", async () => {
  await preparer([["Rien"]]);
  expect(await screen.findByText(/Aucun tableau/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Créer les feuilles" })).not.toBeInTheDocument();
});

describe("apercevoir", () => {
  const matiere = rassembler(controler(feuilleDe(PLAQUETTE)), "complement", null);

  test.each(FEUILLES_DU_DOSSIER.map((feuille) => [feuille.cle, feuille] as const))(
    "%s : au plus douze lignes de quatre colonnes, aucune vide",
    (_, feuille) => {
      const { rangees } = apercevoir(feuille.planifier(matiere, "Essai"));
      expect(rangees.length).toBeGreaterThan(0);
      expect(rangees.length).toBeLessThanOrEqual(12);
      for (const rangee of rangees) {
        expect(rangee.reduce((total, { etendue }) => total + etendue, 0)).toBeLessThanOrEqual(4);
        expect(rangee.map(({ texte }) => texte).join("")).not.toMatch(/NaN|undefined|\[object/);
      }
    }
  );

  test("les nombres s'écrivent selon leur format", () => {
    const vide = apercevoir({
      nom: "Essai",
      blocs: [
        { ancre: "A1", contenus: [["Titre", "Autre"]] },
        {
          ancre: "A2",
          contenus: [
            [0.3314, 12345],
            [46203, 2026],
          ],
        },
      ],
      styles: [
        { plage: "A1:B1", style: { gras: true, fond: "#EDEDED" } },
        { plage: "A2", style: { format: "0.0 %_m" } },
        { plage: "B2", style: { format: "#,##0_m" } },
        { plage: "A3", style: { format: "dd/mm/yyyy" } },
      ],
      fusions: [],
      largeurs: [50, 50],
      lignesFigees: 0,
      quadrillage: true,
      impression: {
        orientation: "portrait",
        marges: { haut: 1, bas: 1, gauche: 1, droite: 1 },
        pagesEnLargeur: 1,
        piedDePage: { gauche: "", centre: "", droite: "" },
        sauts: [],
      },
    });
    expect(vide.rangees.map((rangee) => rangee.map(({ texte }) => texte))).toEqual([
      ["Titre", "Autre"],
      ["33,1\u00a0%", "12\u202f345"],
      ["30/06/2026", "2026"],
    ]);
    expect(vide.rangees[0]?.map(({ nature }) => nature)).toEqual(["titre", "titre"]);
  });
});
