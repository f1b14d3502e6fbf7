import { words } from './use-text.ts'

/** What the record of acts says beside an act. */
export const recordWords = words({
  names: {
    by: { zh: '方式', en: 'by' },
    login: { zh: '登录名', en: 'login' },
    name: { zh: '名称', en: 'name' },
    number: { zh: '工号', en: 'number' },
    roles: { zh: '角色', en: 'roles' },
    team: { zh: '班组', en: 'team' },
    active: { zh: '在用', en: 'active' },
    scopes: { zh: '权限', en: 'rights' },
    reason: { zh: '原因', en: 'reason' },
    calls: { zh: '通话数', en: 'calls' },
    asked: { zh: '查的条件', en: 'asked' },
    reversible: { zh: '加密留存原文', en: 'originals kept' },
    liveScreen: { zh: '通话中的屏幕', en: 'screens of calls' },
    tellLooked: { zh: '旁看告诉坐席', en: 'agents told of looks' },
    live: { zh: '热线通话留（天）', en: 'days for calls' },
    sample: { zh: '示例通话留（天）', en: 'days for samples' },
    import: { zh: '导入通话留（天）', en: 'days for imports' },
    drill: { zh: '陪练留（天）', en: 'days for drills' },
    originals: { zh: '原文留（天）', en: 'days for originals' },
    audit: { zh: '操作记录留（天）', en: 'days for this record' },
  },
  ways: {
    demo: { zh: '演示', en: 'demo' },
    password: { zh: '密码', en: 'password' },
    openid: { zh: '单点登录', en: 'single sign-on' },
    evaluation: { zh: '评分页', en: 'an evaluation' },
    calibration: { zh: '校准页', en: 'a calibration' },
  },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  none: { zh: '无', en: 'none' },
})
