import { act, screen, waitFor } from "@testing-library/react";
import { feuilleLue, PLAQUETTE, type Lignes } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrirEtControler } from "./ouvrir";

jest.setTimeout(30_000);

/** L'objectif avant de la commune A est faux ; il manque un logement après. */
const FAUX: Lignes = PLAQUETTE.map((ligne) =>
  ligne.map((valeur) => (valeur === 165 ? 164 : valeur === 179 ? 178 : valeur))
);

async function ouvrirEtSurligner(lignes: Lignes) {
  const ouvert = await ouvrirEtControler(lignes);
  await ouvert.utilisateur.click(await interrupteur());
  await waitFor(() => expect(ouvert.classeur.surligner).toHaveBeenCalledTimes(1));
  return ouvert;
}

function interrupteur(): Promise<HTMLElement> {
  return screen.findByRole("switch", { name: "Surligner dans la feuille" });
}

test("rien n'est surligné, ni relevé, tant que l'agent ne le demande pas", async () => {
  const { classeur } = await ouvrirEtControler(FAUX);
  expect(await interrupteur()).not.toBeChecked();
  expect(classeur.surligner).not.toHaveBeenCalled();
  expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
    expect.objectContaining({ avecSurlignage: false })
  );
});

test("surligner : une lecture qui relève ce qui est posé, puis une écriture des cellules en cause ; c'est annoncé", async () => {
  const { classeur } = await ouvrirEtSurligner(FAUX);
  expect(classeur.lireFeuille).toHaveBeenCalledTimes(2);
  expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
    expect.objectContaining({ avecSurlignage: true })
  );
  const [feuille, enCause] = classeur.surligner.mock.calls[0] ?? [];
  expect(feuille).toBe("Mutualisation");
  expect(enCause?.erreur).toContain("D3");
  expect(await screen.findByText("Les cellules en cause sont surlignées.")).toHaveRole("status");
  expect(await interrupteur()).toBeChecked();
  expect(await interrupteur()).toHaveFocus();
});

test("il suit chaque contrôle, remplace ce qui est posé, et ne réécrit rien si rien ne change", async () => {
  const { classeur, utilisateur } = await ouvrirEtSurligner(FAUX);
  classeur.lireFeuille.mockImplementation(() =>
    Promise.resolve({ ...feuilleLue(FAUX, "Mutualisation"), surlignage: ["r1"] })
  );
  await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  await waitFor(() => expect(classeur.lireFeuille).toHaveBeenCalledTimes(3));
  expect(classeur.surligner).toHaveBeenCalledTimes(1);

  classeur.lireFeuille.mockImplementation(() =>
    Promise.resolve({ ...feuilleLue(PLAQUETTE, "Mutualisation"), surlignage: ["r1"] })
  );
  act(() => classeur.changer(PLAQUETTE));
  await waitFor(() =>
    expect(classeur.surligner).toHaveBeenLastCalledWith(
      "Mutualisation",
      { erreur: [], avertissement: [] },
      ["r1"]
    )
  );
  expect(await screen.findByText(/^Aucune cellule à surligner/)).toBeVisible();
});

test("un collègue l'a retiré : le contrôle suivant le repose", async () => {
  const { classeur, utilisateur } = await ouvrirEtSurligner(FAUX);
  classeur.lireFeuille.mockImplementation(() =>
    Promise.resolve({ ...feuilleLue(FAUX, "Mutualisation"), surlignage: [] })
  );
  await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  await waitFor(() => expect(classeur.surligner).toHaveBeenCalledTimes(2));
});

test("une autre feuille n'est pas surlignée : elle ne l'a pas demandé", async () => {
  const { classeur } = await ouvrirEtSurligner(FAUX);
  act(() => classeur.changer(FAUX, "Autre"));
  await screen.findByRole("button", { name: /«\sAutre\s»/ });
  expect(await interrupteur()).not.toBeChecked();
  expect(classeur.surligner).toHaveBeenCalledTimes(1);
});

test("décocher retire le surlignage, qui ne suit plus", async () => {
  const { classeur, utilisateur } = await ouvrirEtSurligner(FAUX);
  await utilisateur.click(await interrupteur());
  expect(
    await screen.findByText("La feuille ne porte plus de surlignage du complément.")
  ).toBeVisible();
  expect(classeur.surligner.mock.lastCall?.[1]).toEqual({ erreur: [], avertissement: [] });
  act(() => classeur.changer(PLAQUETTE));
  await screen.findByText(/^Équilibré/, { selector: "h2" });
  expect(classeur.surligner).toHaveBeenCalledTimes(2);
});

test("retirer sans avoir surligné : celui d'un collègue, ou d'une autre fois", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(FAUX);
  const bouton = await screen.findByRole("button", { name: "Retirer le surlignage" });
  await utilisateur.click(bouton);
  await waitFor(() => expect(classeur.surligner).toHaveBeenCalledTimes(1));
  expect(classeur.surligner.mock.lastCall?.[1]).toEqual({ erreur: [], avertissement: [] });
  expect(bouton).toHaveFocus();
});

test("une feuille protégée : l'échec se dit, l'interrupteur revient, le contrôle reste", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(FAUX);
  classeur.surligner.mockRejectedValueOnce(erreurOffice("AccessDenied"));
  await utilisateur.click(await interrupteur());
  expect(await screen.findByRole("alert")).toHaveTextContent("protégé");
  expect(await interrupteur()).not.toBeChecked();
  expect(screen.getByText(/^Le surlignage n’a pas été fait/)).toBeVisible();
  expect(screen.getByRole("heading", { name: /^Il manque 1 logement/ })).toBeInTheDocument();
});

test("un changement pendant l'écriture : la lecture attend, et sait ce qui vient d'être posé", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(FAUX);
  const ecriture = plusTard<number>();
  classeur.surligner.mockImplementationOnce(() => ecriture.promesse);
  await utilisateur.click(await interrupteur());
  await waitFor(() => expect(classeur.surligner).toHaveBeenCalledTimes(1));
  const lectures = classeur.lireFeuille.mock.calls.length;
  await act(async () => {
    classeur.changer(PLAQUETTE);
    await Promise.resolve();
  });
  expect(classeur.lireFeuille).toHaveBeenCalledTimes(lectures);
  await act(async () => {
    ecriture.tenir(1);
    await ecriture.promesse;
  });
  await waitFor(() => expect(classeur.lireFeuille).toHaveBeenCalledTimes(lectures + 1));
});

test("une réponse aux conditions change ce qui est en cause : le surlignage suit", async () => {
  const { classeur, utilisateur } = await ouvrirEtSurligner(PLAQUETTE);
  const [condition] = await screen.findAllByRole("radio", { name: "Non" });
  await utilisateur.click(condition as HTMLElement);
  await waitFor(() => expect(classeur.enregistrerContrat).toHaveBeenCalledTimes(1));
  await waitFor(() => expect(classeur.surligner).toHaveBeenCalledTimes(2));
});

describe("choisir ce qui est lu", () => {
  async function choisir(nom: string | RegExp, lignes = FAUX) {
    const ouvert = await ouvrirEtControler(lignes);
    await ouvert.utilisateur.click(await screen.findByRole("combobox", { name: "Lire" }));
    await ouvert.utilisateur.click(screen.getByRole("option", { name: nom }));
    return ouvert;
  }

  test("une feuille : elle est lue, et l'est encore au contrôle suivant", async () => {
    const { classeur, utilisateur } = await choisir(/^«\sMutualisation\s»$/);
    const attendue = expect.objectContaining({ aLire: { feuille: "Mutualisation" } }) as unknown;
    await waitFor(() => expect(classeur.lireFeuille).toHaveBeenLastCalledWith(attendue));
    await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    await waitFor(() => expect(classeur.lireFeuille).toHaveBeenCalledTimes(3));
    expect(classeur.lireFeuille).toHaveBeenLastCalledWith(attendue);
    expect(screen.getByRole("combobox", { name: "Lire" })).toHaveTextContent("« Mutualisation »");
  });

  test("la sélection : fixée au moment du choix, et montrée", async () => {
    const { classeur, utilisateur } = await ouvrirEtControler(FAUX);
    const lue = { ...feuilleLue(FAUX, "Mutualisation"), plage: "A2:E5" };
    classeur.lireFeuille.mockResolvedValueOnce(lue);
    await utilisateur.click(await screen.findByRole("combobox", { name: "Lire" }));
    await utilisateur.click(screen.getByRole("option", { name: "La sélection" }));
    expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
      expect.objectContaining({ aLire: "selection" })
    );
    await waitFor(() =>
      expect(screen.getByRole("combobox", { name: "Lire" })).toHaveTextContent("!A2:E5")
    );
    await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    await waitFor(() =>
      expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
        expect.objectContaining({ aLire: { feuille: "Mutualisation", plage: "A2:E5" } })
      )
    );
  });

  test("une seule cellule sélectionnée : la feuille active, comme d'habitude", async () => {
    await choisir("La sélection");
    await waitFor(() =>
      expect(screen.getByRole("combobox", { name: "Lire" })).toHaveTextContent("Feuille active")
    );
  });

  test("une feuille disparue : c'est dit, et relancer revient à la feuille active", async () => {
    const { classeur, utilisateur } = await choisir(/^«\sMutualisation\s»$/);
    classeur.lireFeuille.mockRejectedValueOnce(erreurOffice("ItemNotFound"));
    await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("supprimée ou renommée");
    await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
    await screen.findByText(/^Il manque 1 logement/, { selector: "h2" });
    expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
      expect.objectContaining({ aLire: "active" })
    );
  });

  test("aucun tableau : le choix est là aussi", async () => {
    const { classeur } = await choisir(/^«\sMutualisation\s»$/, [["Rien d'utile"]]);
    await waitFor(() =>
      expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
        expect.objectContaining({ aLire: { feuille: "Mutualisation" } })
      )
    );
  });
});
