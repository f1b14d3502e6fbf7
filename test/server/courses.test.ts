import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import type { CourseView, DebriefView, DrillView, MyTraining, ProgressView, TraineeProgressView, TraineesView } from '../../server/protocol.ts'
import { loadCallerLines } from '../../server/training/caller-lines.ts'
import { reviewed } from '../support/ended-call.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

const scenario = 'repeated-repairs-wants-replacement'
const branch = 'offer-replacement>caller accepts>replacement-if-eligible'
const day = 86_400_000

describe('Scenario: a trainer gives a course, a trainee does it, and both see how far it is', () => {
  let server: TestServer
  let trainer: string
  let trainee: string
  let supervisor: string
  beforeAll(async () => {
    const library = loadLibrary(libraryRoot)
    server = await testServer({ engine: libraryEngine(library, diskCache(derivedFolder)), library, callerLines: loadCallerLines(libraryRoot) })
    trainer = await server.signIn('demo-trainer')
    trainee = await server.signIn('demo-agent-2')
    supervisor = await server.signIn('demo-supervisor')
  })
  afterAll(() => server.stop())

  const ask = async <T>(cookie: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object): Promise<{ readonly status: number; readonly body: T }> => {
    const answer = await server.app.http.inject({ method, url: `/api/training${path}`, headers: { cookie }, ...(payload && { payload }) })
    return { status: answer.statusCode, body: answer.json<T>() }
  }
  const sentenceOf = ({ sentence }: DrillView): string => (sentence?.parts ?? []).map((part) => ('text' in part ? part.text : (part.value ?? '明天下午三点'))).join('')
  /** A drill by the script; where the script is hidden, it is known by heart from a study drill. */
  const learnt: string[] = []
  const practise = async (mode: 'study' | 'exam', more: object = {}, words = (sentence: string) => sentence): Promise<DrillView> => {
    let drill = (await ask<DrillView>(trainee, 'POST', '/drills', { scenario, branch, level: 1, mode, temperament: 'calm', ...more })).body
    for (let turn = 0; !drill.over && turn < 60; turn += 1) {
      const text = mode === 'study' ? sentenceOf(drill) : (learnt[turn] ?? '好的')
      if (mode === 'study') learnt[turn] = text
      drill = (await ask<DrillView>(trainee, 'POST', `/drills/${drill.id}/say`, { text: words(text), startMs: turn * 4_000, endMs: turn * 4_000 + 2_000 })).body
    }
    server.clock.pass(60_000)
    return drill
  }
  const draft = { title: '换机诉求', scenarios: [{ scenario, passMark: 85, level: 1 }] }
  const give = async (): Promise<string> => {
    const { id } = (await ask<{ id: string }>(trainer, 'POST', '/courses', draft)).body
    return (await ask<{ id: string }>(trainer, 'POST', `/courses/${id}/assignments`, { team: 'demo-team-2', dueAt: server.clock.now() + day })).body.id
  }

  it('shows the course to everyone in the team until it is done; study does not count', async () => {
    const assignment = await give()
    const { body: open } = await ask<MyTraining>(trainee, 'GET', '/mine')
    expect(open.assignments).toMatchObject([{ id: assignment, course: '换机诉求', authorName: '陈静', left: 1, scenarios: [{ scenario, passMark: 85, level: 1, best: null, done: false }] }])
    await practise('study', { assignment })
    expect((await ask<MyTraining>(trainee, 'GET', '/mine')).body.assignments).toMatchObject([{ left: 1, scenarios: [{ best: null, done: false }] }])
    const exam = await practise('exam', { assignment })
    const { body: review } = await ask<DebriefView>(trainee, 'GET', `/drills/${exam.id}/debrief`)
    expect(review.course).toEqual({ assignment, course: '换机诉求', passMark: 85, reached: true })
    expect((await ask<MyTraining>(trainee, 'GET', '/mine')).body.assignments).toEqual([])
    const { body: courses } = await ask<readonly CourseView[]>(trainer, 'GET', '/courses')
    expect(courses[0]?.assignments).toMatchObject([{ kind: 'team', to: { id: 'demo-team-2', name: '售后二组' }, people: 1, done: 1 }])
  })

  it('brings back what was failed when it is due again', async () => {
    await practise('exam', {}, () => '这不归我们管')
    server.clock.pass(20 * 60_000)
    const { body } = await ask<MyTraining>(trainee, 'GET', '/mine')
    expect(body.due).toMatchObject([{ scenario, title: { zh: '修过好几回又坏了' } }])
  })

  it('refuses what does not fit, naming it', async () => {
    const assignment = await give()
    expect(await ask(trainer, 'POST', '/courses', { ...draft, scenarios: [{ ...draft.scenarios[0], scenario: 'no-such' }] })).toMatchObject({ status: 404, body: { field: 'scenarios/0/scenario' } })
    expect(await ask(trainer, 'POST', '/courses', { ...draft, scenarios: [...draft.scenarios, ...draft.scenarios] })).toMatchObject({ status: 400, body: { field: 'scenarios/1/scenario' } })
    expect((await ask(trainer, 'POST', '/courses', { ...draft, scenarios: [{ ...draft.scenarios[0], passMark: 60 }] })).status).toBe(400)
    expect((await ask(trainer, 'POST', '/courses/no-such/assignments', { team: 'demo-team-2', dueAt: null })).status).toBe(404)
    expect((await ask(supervisor, 'POST', '/drills', { scenario, level: 1, mode: 'exam', assignment })).status).toBe(404)
    expect((await ask(trainee, 'POST', '/courses', draft)).status).toBe(403)
    expect((await ask(supervisor, 'GET', '/courses')).status).toBe(403)
  })

  it('changes and removes courses, and takes assignments back', async () => {
    const assignment = await give()
    const { id = '' } = (await ask<readonly CourseView[]>(trainer, 'GET', '/courses')).body.find(({ assignments }) => assignments.some((each) => each.id === assignment)) ?? {}
    await ask(trainer, 'PUT', `/courses/${id}`, { title: '换机与退款', scenarios: [{ scenario: 'loss-compensation-claim', passMark: 90, level: 2 }, ...draft.scenarios] })
    const { body } = await ask<readonly CourseView[]>(trainer, 'GET', '/courses')
    expect(body.find((course) => course.id === id)).toMatchObject({ title: '换机与退款', scenarios: [{ scenario: 'loss-compensation-claim', passMark: 90, level: 2 }, { scenario, passMark: 85, level: 1 }] })
    await ask(trainer, 'DELETE', `/assignments/${assignment}`)
    expect((await ask(trainer, 'DELETE', `/assignments/${assignment}`)).status).toBe(404)
    expect((await ask(trainer, 'DELETE', `/courses/${id}`)).status).toBe(200)
    expect((await ask<readonly CourseView[]>(trainer, 'GET', '/courses')).body.some((course) => course.id === id)).toBe(false)
    expect((await ask<TraineesView>(trainer, 'GET', '/trainees')).body.people).toContainEqual({ id: 'demo-agent-2', name: '张伟', team: { id: 'demo-team-2', name: '售后二组' } })
  })

  it('shows the progress of trainees: what is mastered, what stands in the way, which faults were made', async () => {
    await practise('exam')
    await practise('exam')
    await reviewed(server)
    const { body: team } = await ask<ProgressView>(trainer, 'GET', '/progress?team=demo-team-2')
    expect(team.trainees).toMatchObject([{ person: { id: 'demo-agent-2', name: '张伟' }, mastered: 1, scenarios: 1, drills: 5, clean: 0.75, lacks: ['score', 'exam', 'wording'] }])
    expect(team.faults.drills.categories.flatMap(({ counts }) => counts).some((count) => count > 0)).toBe(true)
    const { body: one } = await ask<TraineeProgressView>(trainer, 'GET', '/progress/demo-agent-2')
    expect(one.scenarios.find((each) => each.scenario === scenario)).toMatchObject({ wanted: true, mastered: true, lastTotal: 100 })
    expect(one.drills[0]).toMatchObject({ scenario, mode: 'exam', passed: true })
    const sheet = await server.app.http.inject({ method: 'GET', url: '/api/training/progress/sheet?format=csv&team=demo-team-2', headers: { cookie: trainer } })
    expect(sheet.body.split('\n').slice(0, 2).map((line) => line.split(',').slice(0, 2))).toEqual([['\ufeff姓名', '班组'], ['张伟', '售后二组']])
    const book = await server.app.http.inject({ method: 'GET', url: '/api/training/progress/sheet?format=xlsx', headers: { cookie: trainer } })
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('shows trainees the own progress, and nobody else’s', async () => {
    const { body: own } = await ask<TraineeProgressView>(trainee, 'GET', '/my-progress')
    expect(own.trainee).toMatchObject({ person: { id: 'demo-agent-2', name: '张伟' }, mastered: 1, lacks: ['score', 'exam', 'wording'] })
    expect(own).toEqual((await ask<TraineeProgressView>(trainer, 'GET', '/progress/demo-agent-2')).body)
    expect((await ask(trainee, 'GET', '/progress/demo-agent-2')).status).toBe(403)
  })

  it('shows a supervisor the own team alone', async () => {
    expect((await ask<ProgressView>(supervisor, 'GET', '/progress')).body.trainees.map(({ person }) => person.id)).toEqual(['demo-agent'])
    expect((await ask(supervisor, 'GET', '/progress?team=demo-team-2')).status).toBe(403)
    expect((await ask(supervisor, 'GET', '/progress/demo-agent-2')).status).toBe(403)
    expect((await ask(trainee, 'GET', '/progress')).status).toBe(403)
  })
})
